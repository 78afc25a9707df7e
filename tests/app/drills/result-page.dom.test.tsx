import { join } from 'node:path'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { DrillProvider } from '../../../src/app/drills/drill-context.ts'
import { ResultPage } from '../../../src/app/drills/result/result-page.tsx'
import { cutBefore } from '../../../src/app/drills/room.ts'
import { WordsProvider } from '../../../src/app/words.tsx'
import { findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import type { DrillRecord } from '../../../src/core/drill/record.ts'
import { resultOf } from '../../../src/core/drill/record.ts'
import { talkOf } from '../../../src/core/drill/talk.ts'
import type { CallEvent } from '../../../src/core/events.ts'
import { type Findings, NOTHING_FOUND } from '../../../src/core/heard.ts'
import { invariant } from '../../../src/core/invariant.ts'
import { assess } from '../../../src/core/scoring/assess.ts'
import { restore } from '../../../src/engine/advance.ts'
import { beginDrill, type DrillCall, perform } from '../../../src/engine/drill/drill-call.ts'
import { refold } from '../../../src/engine/drill/refold.ts'
import { redact } from '../../../src/hearing/redact.ts'
import en from '../../../src/i18n/drills/en.json' with { type: 'json' }
import zh from '../../../src/i18n/drills/zh-Hans.json' with { type: 'json' }
import { DRILLS_WORDS } from '../../../src/i18n/drills-words.ts'
import { addWords, createI18n, speak } from '../../../src/i18n/i18n.ts'
import { createMemoryDrillStore, type DrillStore } from '../../../src/store/drill-store.ts'
import type { Language } from '../../../src/store/settings.ts'
import { LIN } from '../../core/drill/persona.ts'
import { idOf, MORNING, drill as recordOf } from '../../core/drill/records.ts'
import { found, packOf } from '../../engine/support.ts'
import { stubWindow } from '../panel-desk.tsx'

const pack = packOf('telecom')
const [folder] = findPacks(join(import.meta.dirname, '../../..'))
invariant(folder, 'the project holds a pack')
const compiled = compileDrills(folder, pack, { complete: false }).drills
invariant(compiled, 'its drills are sound')
const persona = { ...LIN, says: { ...LIN.says, opens: Array.from({ length: 8 }, (_, i) => `我姓林，多扣了三十 ${i}`) } }
const drills = { ...compiled, personas: [persona] }
const cast = { pack, rules: drills.rules, persona, level: 'standard', seed: 1 } as const
const words = zh.drills.result

type Said = readonly [text: string, findings?: Partial<Findings>]
const GREETED: Said = ['您好，请讲。']
const BLAMED: Said = ['毛病出在您那头。', { violations: [found('you-blame', 0.9)] }]
const SORRY: Said = ['多扣三十，让您受累了，对不起。', { acts: [found('apology'), found('empathy'), found('restate')] }]

let ids = 0
let now = MORNING
/** What of a customer's words is heard as a danger, by the words. */
let dangers: ReadonlyMap<string, string> = new Map()

function env() {
  now += 1000
  return { now, newId: () => idOf(++ids) }
}

/** Goes on with a drill in which the agent says these things; the customer's words are kept without names. */
function goesOn(drill: DrillCall, said: readonly Said[]): DrillCall {
  return said.reduce(
    (drill, [text, findings]) =>
      perform(drill, { type: 'Hear', turn: `turn-${++ids}`, who: 'agent', text, findings: { ...NOTHING_FOUND, ...findings } }, env(), hear),
    drill,
  )
}

function hear(text: string): Findings {
  const danger = [...dangers].find(([words]) => text.includes(words))?.[1]
  return { ...NOTHING_FOUND, scenarios: danger ? [found(danger)] : [] }
}

function played(...said: readonly Said[]): readonly CallEvent[] {
  return withoutNames(goesOn(beginDrill(cast, idOf(++ids), env()), said).call.events)
}

function withoutNames(events: readonly CallEvent[]): readonly CallEvent[] {
  return events.map((event) => (event.type === 'Heard' ? { ...event, text: redact(event.text) } : event))
}

/** A record of what was played, marked by the rules of today. */
function kept(n: number, events: readonly CallEvent[], change: Partial<DrillRecord> = {}): DrillRecord {
  const record = recordOf(n, {
    persona: persona.id,
    seed: 1,
    hints: 'off',
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    drills: drills.hash,
    events,
  })
  return { ...record, result: resultOf(assess(pack, drills.scoring, events), record, drills.scoring.pass), ...change }
}

/** Another try that went another way before the agent's turn with this number. */
function branched(n: number, from: DrillRecord, turn: number, ...said: readonly Said[]): DrillRecord {
  const before = talkOf(from.events)[turn - 1]
  invariant(before?.who === 'agent', 'one goes another way before a turn of the agent')
  const events = cutBefore(from.events, before.id, idOf(++ids), now)
  const { played } = refold(cast, events)
  const call = restore(pack, events)
  const drill = goesOn({ cast, call, played, answers: [] }, said)
  return kept(n, withoutNames(drill.call.events), { from: { drill: from.id, after: events.at(-1)?.id ?? '' } })
}

let store: DrillStore
beforeEach(() => {
  stubWindow()
  store = createMemoryDrillStore()
  dangers = new Map()
})

async function open(drill: string, language: Language = 'zh-Hans'): Promise<void> {
  const i18n = createI18n()
  await speak(i18n, language)
  await addWords(i18n, DRILLS_WORDS)
  const data = { pack, drills, shownPack: pack, shown: drills, store, openEar: undefined, clock: () => now, newId: () => idOf(++ids) }
  await act(async () => {
    render(
      <WordsProvider i18n={i18n}>
        <DrillProvider value={data as never}>
          <ResultPage drill={drill} />
        </DrillProvider>
      </WordsProvider>,
    )
  })
  await screen.findByRole('heading', { level: 1 })
}

async function keepAndOpen(record: DrillRecord, language?: Language): Promise<void> {
  await store.keep(record)
  await open(record.id, language)
}

describe('what the customer said', () => {
  test('has their name in it, wherever it stands', async () => {
    await keepAndOpen(kept(1, played(GREETED, SORRY)))
    expect(screen.getAllByText(/我姓林/).length).toBeGreaterThan(0)
    expect(document.body.textContent).not.toContain('〔姓名〕')
  })

  test('[V9] is quoted as theirs where a danger in it was not answered', async () => {
    dangers = new Map([['我姓林', 'self-harm']])
    const record = kept(1, played(GREETED, SORRY))
    expect(record.events.some((event) => event.type === 'Suggested' && event.danger)).toBe(true)
    await keepAndOpen(record)
    const { criteria } = drills.scoring
    const point = screen.getByText(criteria['danger-answered'].title.zh).closest('li')
    const lost = within(point as HTMLElement).getByRole('list', { name: words.lost })
    expect(lost.textContent).toContain(words.byCustomer)
    expect(lost.querySelector('q')?.textContent).toContain('我姓林')
    expect(lost.textContent).not.toContain('做了')
  })
})

describe('where it turned', () => {
  test('[V9] stands right after the verdict and leads to the turns, which are marked', async () => {
    await keepAndOpen(kept(1, played(GREETED, BLAMED, SORRY)))
    const turning = screen.getByRole('list', { name: words.turning })
    const [lost, won] = within(turning).getAllByRole('listitem')
    expect(lost?.textContent).toContain(words.turned.lost.replace('{{turn}}', '3'))
    expect(won?.textContent).toContain(words.turned.won.replace('{{turn}}', '5'))
    fireEvent.click(within(turning).getByRole('button', { name: new RegExp(SORRY[0]) }))
    expect(document.activeElement?.textContent).toContain(SORRY[0])
    expect(document.activeElement?.textContent).toContain(words.turnedHere.won)
    expect(screen.getByText(words.turnedHere.lost).closest('li')?.textContent).toContain(BLAMED[0])
  })

  test('is not said of what was played with other words', async () => {
    await keepAndOpen(kept(1, played(GREETED, BLAMED, SORRY), { drills: 'another' }))
    expect(screen.queryByRole('list', { name: words.turning })).toBeNull()
  })
})

describe('a drill that was played with other words', () => {
  test('says why nothing else can be said from its middle', async () => {
    await keepAndOpen(kept(1, played(GREETED, SORRY), { drills: 'another' }))
    expect(screen.queryByRole('button', { name: new RegExp(words.whatIf) })).toBeNull()
    expect(screen.getByText(words.earlier)).toBeTruthy()
  })

  test('[V8] says that today’s rules give another mark, when they do', async () => {
    const record = kept(1, played(GREETED, SORRY))
    invariant(record.result, 'it was marked')
    const now = record.result.total
    await keepAndOpen({ ...record, drills: 'another', result: { ...record.result, total: now + 7 } })
    const said = words.rescored.replace('{{total}}', String(now + 7)).replace('{{now}}', String(now))
    expect(screen.getByText(new RegExp(said)).textContent).toContain(words.earlier)
  })

  test('nothing of this is said where nothing has changed', async () => {
    await keepAndOpen(kept(1, played(GREETED, SORRY)))
    expect(screen.queryByText(words.earlier)).toBeNull()
    expect(document.body.textContent).not.toContain(words.rescored.split('：')[0])
    expect(screen.getAllByRole('button', { name: new RegExp(words.whatIf) }).length).toBe(2)
  })
})

describe('another try', () => {
  /** The sentences and answers of both ways, as they stand beside each other. */
  const ways = () =>
    [words.saidFirst, words.saidInstead].map((name) => screen.getByRole('region', { name }).textContent?.replaceAll(/\s+/g, ' ') ?? '')

  test.each(['other', 'first'] as const)('[V13] shows at the fork what was said then and now, with both answers: the %s', async (which) => {
    const first = kept(1, played(GREETED, BLAMED, SORRY))
    const other = branched(2, first, 3, SORRY)
    for (const each of [first, other]) await store.keep(each)
    await open(which === 'first' ? first.id : other.id)
    const answers = [first, other].map(({ events }) => talkOf(events)[3]?.text ?? '')
    expect(answers[0]).not.toBe(answers[1])
    const [then, now] = ways()
    expect(then).toContain(BLAMED[0])
    expect(then).toContain(answers[0])
    expect(then).not.toContain(SORRY[0])
    expect(now).toContain(SORRY[0])
    expect(now).toContain(answers[1])
    expect(screen.getByText(words.branch.replace('{{turn}}', '3'), { selector: 'h3' })).toBeTruthy()
  })
})

describe('a slip', () => {
  test('for which no other words are written shows how scoring would have it', async () => {
    const record = kept(1, played(GREETED, BLAMED))
    const slip = record.events.find((event) => event.type === 'SlipNoted')
    invariant(slip?.type === 'SlipNoted' && !slip.swap, 'it has no words of its own')
    await keepAndOpen(record)
    const item = screen.getByText(BLAMED[0], { selector: 'p > q' }).closest('li')
    expect(item?.textContent).toContain(drills.scoring.criteria['no-blame'].better.zh)
    expect(item?.textContent).not.toContain('换成')
  })
})

test('English is written with English stops', async () => {
  await keepAndOpen(kept(1, played(GREETED, SORRY)), 'en')
  const [moment] = screen.getAllByText(new RegExp(`: ${en.drills.result.status.missed}`))
  expect(moment?.textContent).not.toMatch(/[：（）]/u)
})
