import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { evenkeel } from '../../../src/cli/evenkeel.ts'
import { compilePack, findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import { traineesSchema } from '../../../src/compiler/drills/drill-rules-schema.ts'
import { openHearing } from '../../../src/compiler/hearing/open-hearing.ts'
import type { CompiledDrills } from '../../../src/core/drill/drills.ts'
import { DRILL_LEVELS } from '../../../src/core/drill/level.ts'
import { marksOf, type SimulatedRun, TRAINEES, type TraineeKind, tabulate } from '../../../src/core/drill/simulation.ts'
import { talkOf } from '../../../src/core/drill/talk.ts'
import { invariant } from '../../../src/core/invariant.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import { assess } from '../../../src/core/scoring/assess.ts'
import { advance, startCall } from '../../../src/engine/advance.ts'
import type { HearDrill } from '../../../src/engine/drill/drill-call.ts'
import { refold } from '../../../src/engine/drill/refold.ts'
import { playDrill } from '../../../src/engine/drill/simulate.ts'
import { guided, parrot, type Trainee } from '../../../src/engine/drill/trainees.ts'
import { listener } from '../../../src/hearing/hear.ts'
import { MONDAY } from '../support.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** `npm run evenkeel -- drill --simulate` plays fifty. */
const SEEDS = [7]

/** Milliseconds; a slow machine takes minutes. */
const LEARNING = 400_000

let pack: CompiledPack
let drills: CompiledDrills
let hear: HearDrill
let trainees: Readonly<Record<TraineeKind, Trainee>>

beforeAll(() => {
  const [folder] = findPacks(ROOT)
  invariant(folder, 'the project holds a pack')
  const compiled = compilePack(folder, { prove: false })
  invariant(compiled.pack, 'it is sound')
  pack = compiled.pack
  const made = compileDrills(folder, pack)
  expect(made.diagnostics).toEqual([])
  invariant(made.drills, 'its drills are sound')
  drills = made.drills
  const listen = listener(openHearing(ROOT, pack, compiled.lessons))
  const known = new Map<string, ReturnType<HearDrill>>()
  hear = (text, who, among) => {
    const key = [who, text, ...among].join('\n')
    const heard = known.get(key) ?? listen(text, who, among)
    known.set(key, heard)
    return heard
  }
  const said = traineesSchema.parse(parse(readFileSync(join(folder.scenarios, 'drills/trainees.yaml'), 'utf8')))
  trainees = { good: guided, polite: parrot(said.polite), bad: parrot(said.bad) }
  // Where nothing is kept from before, the recogniser is learnt first.
}, LEARNING)

const played = (id: string, seed: number, trainee: Trainee = guided) => {
  const persona = drills.personas.find((each) => each.id === id)
  invariant(persona, `there is no ${id}`)
  return playDrill({ pack, rules: drills.rules, persona, level: 'standard', seed }, trainee, hear, MONDAY)
}

test('the command plays chosen customers, prints the table and tells by its exit code whether the marks are met', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const status = await evenkeel(['drill', '--simulate', '--persona', 'hard-line-tripled', '--seeds', '1'], ROOT)
  const stdout = written.mock.calls.map(([text]) => text).join('')
  expect(stdout).toMatch(/hard-line-tripled\s+standard\s+100 %\s+0 %\s+0 %/)
  expect(stdout).toMatch(/✓ every drill ends: 0/)
  expect(status).toBe(0)
})

describe('all customers, at every level, with three trainees', () => {
  test('[V12] every drill ends, the good one passes, the polite one and the bad one do not, and the totals are in that order', () => {
    const runs = drills.personas.flatMap((persona) =>
      DRILL_LEVELS.flatMap((level) =>
        SEEDS.flatMap((seed) =>
          TRAINEES.map((trainee): SimulatedRun => {
            const { call, answers } = playDrill({ pack, rules: drills.rules, persona, level, seed }, trainees[trainee], hear, MONDAY)
            const { total, band, passed } = assess(pack, drills.scoring, call.events)
            const said = answers.map(({ text }) => text)
            return {
              persona: persona.id,
              level,
              seed,
              trainee,
              ended: call.state.ended !== undefined,
              passed,
              total,
              band,
              turns: said.length,
              repeated: new Set(said).size < said.length,
            }
          }),
        ),
      ),
    )
    const all = tabulate(runs).at(-1)
    invariant(all, 'there are runs')
    expect(marksOf(all).filter(({ met }) => !met)).toEqual([])
  })

  test('there is a customer for every scenario, and a dozen in whom several things come together', () => {
    const scenarios = new Set(drills.personas.map(({ scenario }) => scenario))
    expect(Object.keys(pack.scenarios).filter((id) => !scenarios.has(id))).toEqual([])
    expect(drills.personas.filter(({ also, turns }) => also.length + turns.length > 0).length).toBeGreaterThanOrEqual(12)
  })
})

describe('one drill', () => {
  test('[V1] is the same again, word by word', () => {
    const words = (seed: number) => talkOf(played('hard-line-tripled', seed).call.events).map(({ text }) => text)
    expect(words(3)).toEqual(words(3))
    expect(words(3)).not.toEqual(words(4))
  })

  test('[V8] is scored like a real call with the same turns', () => {
    for (const trainee of [guided, trainees.polite, trainees.bad]) {
      const { call } = played('hard-line-tripled', 5, trainee)
      // The same commands on the job: another id, another hour, and no word of a drill anywhere.
      const start = call.events[0]
      invariant(start?.type === 'CallStarted', 'a log begins with that')
      let ids = 0
      const env = (at: number) => ({ now: at + 86_400_000, newId: () => `real-${ids++}` })
      const begun = startCall(pack, { type: 'StartCall', call: 'real', channel: start.channel, profile: start.profile }, env(start.at))
      let real = begun.call
      const causes = new Set(begun.events.map(({ cause }) => cause))
      for (const event of call.events) {
        if (event.id !== event.cause || causes.has(event.id) || event.type === 'CallStarted') continue
        const command = commandOf(event)
        if (!command) continue
        const advanced = advance(real, command, { ...env(event.at), origin: event.origin })
        if (advanced.ok) real = advanced.call
      }
      const scored = (events: typeof call.events) => {
        const { total, band, skills, checkpoints } = assess(pack, drills.scoring, events)
        return { total, band, skills: skills.map(({ skill, score }) => [skill, score]), checkpoints }
      }
      expect(scored(real.events)).toEqual(scored(call.events))
    }
  })

  test('[V13] is played again to any turn, and the customer stands as they stood', () => {
    const drill = played('hard-line-tripled', 6)
    const whole = refold(drill.cast, drill.call.events)
    expect(whole.played.customer).toEqual(drill.played.customer)
    const heard = drill.call.events.findIndex((event, i) => i > 40 && event.type === 'Heard' && event.who === 'customer')
    const part = refold(drill.cast, drill.call.events.slice(0, heard + 1))
    expect(part.played.said.length).toBeGreaterThan(1)
    expect(part.played.said).toEqual(drill.answers.slice(0, part.played.said.length).map(({ text }) => text))
    expect(part.unanswered).toBeUndefined()
  })
})

/** What somebody did for this to be the first event of a step. */
function commandOf(event: import('../../../src/core/events.ts').CallEvent): import('../../../src/core/events.ts').Command | undefined {
  switch (event.type) {
    case 'Heard':
      return { ...event, type: 'Hear' }
    case 'LineSaid':
      return { type: 'SayLine', line: event.line, wording: event.wording, via: event.via }
    case 'StepDone':
      return { type: 'DoStep', step: event.step }
    case 'MoveMade':
      return { type: 'MakeMove', move: event.move }
    case 'ScenarioStarted':
      return { type: 'StartScenario', scenario: event.scenario }
    case 'Interrupted':
      return { type: 'StartScenario', scenario: event.scenario }
    case 'ProfileChanged':
      return { type: 'ChangeProfile', profile: event.profile }
    case 'HungUp':
      return { type: 'HangUp' }
    case 'CallEnded':
      return { type: 'EndCall', outcome: event.outcome, ...(event.reason ? { reason: event.reason } : {}) }
    default:
      return undefined
  }
}
