import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { evenkeel } from '../../src/cli/evenkeel.ts'
import { BLUEPRINT } from '../../src/core/vocabulary.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const SOUND = join(ROOT, 'tests/fixtures/packs/sound')

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command with something on its standard input. */
async function fed(cwd: string, input: string, ...args: string[]): Promise<Ran> {
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([input]) as typeof process.stdin)
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const written = (to: typeof stdout) => to.mock.calls.map(([text]) => text).join('')
  try {
    const status = await evenkeel(args, cwd)
    return { status, stdout: written(stdout), stderr: written(stderr) }
  } finally {
    for (const each of [stdin, stdout, stderr]) each.mockRestore()
  }
}

const evenkeelIn = (cwd: string, ...args: string[]) => fed(cwd, '', ...args)
/** On the packs that are shipped. */
const onTelecom = (...args: string[]) => evenkeelIn(ROOT, ...args)
/** On the small pack of the fixtures, which takes less time. */
const onMini = (...args: string[]) => evenkeelIn(SOUND, ...args)

test('a program of its own reads standard input, writes to both outputs and exits with a code', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/cli/main.ts'), 'search', '--pack', 'mini'],
    { cwd: SOUND, input: '{"id":1,"query":"nmms"}\nno JSON', encoding: 'utf8' },
  )
  expect(jsonl(stdout)).toMatchObject([{ id: 1 }])
  expect(stderr).toMatch(/standard input:2: not JSON/)
  expect(status).toBe(1)
})

const jsonl = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('check', () => {
  test('[P1] finds no error in a sound pack, and says what was proved', async () => {
    const { status, stdout, stderr } = await onMini('check', '--json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(jsonl(stdout)).toMatchObject([{ summary: { pack: 'mini', errors: 0, scenarios: 2, plans: 4, sources: { all: 2, cited: 1 } } }])
  })

  test('proves chosen scenarios only, for whoever is at work on them', async () => {
    const walked = async (...args: string[]) => {
      const [told] = jsonl((await onMini('check', '--json', ...args)).stdout) as { summary: { pathsWalked: number } }[]
      return told?.summary.pathsWalked
    }
    const some = await walked('--scenario', 'upset')
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan((await walked()) ?? 0)
  })
})

describe('search', () => {
  test('lists the lines that answer each query, and goes on behind one that it cannot read', async () => {
    const input = ['{"id":1,"query":"nmms"}', '{"id":2}', 'no JSON', '{"id":3,"query":"量子纠缠态"}'].join('\n')
    const { status, stdout, stderr } = await fed(SOUND, input, 'search', '--pack', 'mini')
    expect(jsonl(stdout)).toMatchObject([
      { id: 1, hits: expect.any(Array) },
      { id: 3, hits: [] },
    ])
    const [{ hits = [] } = {}] = jsonl(stdout) as { hits?: { line: string; text: string; ranges: [number, number][] }[] }[]
    expect(hits[0]?.ranges.map(([start, end]) => hits[0]?.text.slice(start, end))).toEqual(['您慢慢说'])
    expect(Object.keys(hits[0] ?? {})).toEqual(['line', 'text', 'ranges'])
    expect(stderr).toMatch(/standard input:2: .*query/)
    expect(stderr).toMatch(/standard input:3: not JSON/)
    expect(status).toBe(1)
  })
})

describe('hear', () => {
  const say = (...lines: readonly unknown[]) => lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')

  test('tells what each utterance shows, and goes on behind a line that it cannot read', async () => {
    const input = say(
      { id: 1, text: '我叫电视台的记者来' },
      '{"id":',
      { id: 3 },
      { id: 4, text: '实在对不起', who: 'agent' },
      { id: 5, text: '退我三块五' },
    )
    const { status, stdout, stderr } = await fed(SOUND, input, 'hear', '--pack', 'mini')
    expect(jsonl(stdout)).toMatchObject([
      {
        id: 1,
        signals: [
          { id: 'threat-media', because: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('记者') })]) },
        ],
      },
      { id: 4, scenarios: [], signals: [], acts: [{ id: 'apology' }] },
      { id: 5, amounts: [{ value: 3.5, unit: 'yuan', because: [{ text: '三块五', start: 2, end: 5 }] }] },
    ])
    expect(stderr).toMatch(/standard input:2: not JSON/)
    expect(stderr).toMatch(/standard input:3: “text” is missing/)
    expect(status).toBe(1)
  })

  test('takes everything as said by whom --who names, and refuses who is neither', async () => {
    const { status, stdout } = await fed(SOUND, say({ id: 1, text: '这个我们没办法' }), 'hear', '--pack', 'mini', '--who', 'agent')
    expect(jsonl(stdout)).toMatchObject([{ violations: [{ id: 'no-can-do', instead: expect.arrayContaining(['journey.offer']) }] }])
    expect(status).toBe(0)
    expect((await fed(SOUND, '', 'hear', '--pack', 'mini', '--who', 'boss')).status).toBe(2)
  })
})

describe('replay', () => {
  const call = {
    id: 'a',
    pack: 'mini',
    channel: 'hall',
    turns: [
      { who: 'agent', t: 1, text: '您好，请讲' },
      { who: 'customer', t: 4, text: '我叫电视台的记者来' },
      { who: 'agent', t: 8, text: '实在对不起' },
      { who: 'note', t: 9, text: '客户离开了' },
    ],
  }

  test('takes a call that was written down through the machines, turn by turn, and goes on behind one that it cannot read', async () => {
    const broken = { ...call, turns: [{ who: 'boss', text: '' }] }
    const { status, stdout, stderr } = await fed(
      SOUND,
      [call, broken, call].map((each) => JSON.stringify(each)).join('\n'),
      'replay',
      '--pack',
      'mini',
    )
    const [trace, again] = jsonl(stdout)
    expect(trace).toEqual(again)
    expect(trace).toMatchObject({
      id: 'a',
      turns: [
        { stage: 'contact', temper: 'calm', danger: 'none' },
        { signals: [{ id: 'threat-media' }] },
        { acts: [{ id: 'apology' }] },
        {},
      ],
      signals: [{ id: 'threat-media', turn: 1 }],
      checkpoints: { 'peak-verify': 'missed' },
      outcome: 'abandoned',
    })
    for (const { say } of (trace as { turns: { say: unknown }[] }).turns) expect(say).toEqual([expect.any(String)])
    expect(stderr).toMatch(/standard input:2: turn 0: “who” is customer, agent or note/)
    expect(status).toBe(1)
  })
})

describe('publish', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-publish-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const edit = (path: string, from: string, to: string) => {
    const file = join(folder, path)
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  }

  test('keeps an edition, holds it against what changes, and never writes over it', async () => {
    cpSync(SOUND, folder, { recursive: true })
    expect(await evenkeelIn(folder, 'publish', '--pack', 'mini')).toMatchObject({
      status: 0,
      stdout: 'scenarios/mini/editions/2026.11.json\n',
    })
    const kept = readFileSync(join(folder, 'scenarios/mini/editions/2026.11.json'), 'utf8')
    expect((await evenkeelIn(folder, 'publish', '--pack', 'mini')).status).toBe(0)

    edit('scripts-zh/mini/lines.yaml', '谢谢您提醒我们', '谢谢您告诉我们这一点')
    const changed = await evenkeelIn(folder, 'publish', '--pack', 'mini')
    expect(changed.status).toBe(1)
    expect(changed.stderr).toContain('edition 2026.11 was published already')

    edit('scenarios/mini/pack.yaml', 'edition: "2026.11"', 'edition: "2026.12"')
    expect(await evenkeelIn(folder, 'publish', '--pack', 'mini')).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, 'scenarios/mini/editions/2026.11.json'), 'utf8')).toBe(kept)
  })
})

describe('lines', () => {
  let all: Record<string, unknown>[]

  beforeAll(async () => {
    all = jsonl((await onTelecom('lines')).stdout)
  })

  test('lists every line with its wordings, place, purpose and source', () => {
    expect(all.length).toBeGreaterThan(1000)
    for (const line of all) {
      expect(line).toMatchObject({
        id: expect.any(String),
        purpose: expect.any(String),
        stage: expect.any(String),
        status: 'approved',
        edition: expect.any(String),
      })
      expect((line.say as string[]).length).toBeGreaterThanOrEqual(3)
      expect((line.source as string[]).length).toBeGreaterThan(0)
    }
  })

  test('names the scenario and the stage of a line that belongs to one', () => {
    expect(all.find((line) => line.id === 'hard-line.affirm')).toMatchObject({ scenario: 'hard-line', stage: 'soothe' })
    expect(all.find((line) => line.id === 'phone.greet')).toMatchObject({ scenario: null, stage: 'contact' })
  })

  test('both journeys have a line in each of their stages', () => {
    const stages = new Set(all.filter((line) => line.scenario === null).map((line) => line.stage))
    for (const stage of [...BLUEPRINT.phone, ...BLUEPRINT.hall]) expect(stages).toContain(stage)
  })
})

describe('graph', () => {
  test('draws a machine for Mermaid', async () => {
    const { status, stdout } = await onMini('graph', 'upset', '--pack', 'mini')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^stateDiagram-v2\n/)
    expect(stdout).toContain('[*] --> hear')
    expect(stdout).toMatch(/hear --> \w+: 说了/)
  })

  test('writes a machine as SCXML whose every target exists', async () => {
    const { stdout } = await onMini('graph', 'phone', '--pack', 'mini', '--format', 'scxml')
    const ids = new Set([...stdout.matchAll(/<(?:state|final) id="([^"]+)"/g)].map((match) => match[1]))
    const targets = [...stdout.matchAll(/target="([^"]+)"/g)].map((match) => match[1])
    expect(targets.length).toBeGreaterThan(5)
    for (const target of targets) expect(ids).toContain(target)
    expect(stdout).toContain('xmlns="http://www.w3.org/2005/07/scxml"')
    expect(stdout.match(/<state /g)?.length).toBe(stdout.match(/<\/state>/g)?.length)
  })

  test('gives a machine as JSON', async () => {
    const { stdout } = await onMini('graph', 'phone', '--pack', 'mini', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ id: 'phone', entry: 'greet', states: { greet: { stage: 'contact' } } })
  })
})

describe('wrong use', () => {
  test.each([
    [[], 'which command?'],
    [['sing'], 'there is no command “sing”'],
    [['graph'], 'graph needs one more word'],
    [['graph', 'nobody', '--pack', 'mini'], 'there is no machine “nobody”'],
    [['graph', 'upset', '--pack', 'mini', '--format', 'png'], 'there is no format “png”'],
    [['check', '--scenario', 'upset,nobody'], 'there is no scenario “nobody”'],
    [['lines', '--pack', 'bank'], 'there is no pack “bank”'],
    [['check', '--loudly'], 'Unknown option'],
  ])('%j is answered with exit code 2 and what to do', async (args, message) => {
    const { status, stdout, stderr } = await onMini(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr).toContain('Usage:')
  })
})

describe('drill --simulate', () => {
  test.each([
    [[], /--simulate/],
    [['--simulate', '--persona', 'nobody'], /no persona “nobody”/],
    [['--simulate', '--level', 'brutal'], /easy, standard, hard/],
    [['--simulate', '--seeds', '0'], /whole number/],
  ])('used wrongly (%j) it says how', async (args, message) => {
    const { status, stderr } = await onTelecom('drill', ...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })
})
