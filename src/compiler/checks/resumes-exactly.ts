import type { CallEvent } from '../../core/events.ts'
import { frontPlace, JOURNEY } from '../../core/state.ts'
import { CHANNELS, type Channel } from '../../core/vocabulary.ts'
import { advance, type Call, restore, startCall } from '../../engine/advance.ts'
import { walk, walkingEnv } from '../../engine/walk.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { authoredMachine, type Check, type CheckContext, provedScenarios } from './check.ts'

/** Runs every danger against every step: the structural check says it should hold, this shows that it does. */
export const resumesExactly: Check = {
  id: 'resumes-exactly',
  description: 'In the engine, every danger breaks in on every step of every machine, and afterwards the call stands where it stood.',
  run: (context) => {
    const { pack } = context
    const dangers = Object.values(pack.scenarios).filter((scenario) => scenario.interrupts)
    return [
      ...CHANNELS.flatMap((channel) =>
        everyPlace(context, channel).flatMap((call) => dangers.flatMap(({ id }) => (comesBack(call, id) ? [] : report(context, id, call)))),
      ),
      ...provedScenarios(context).flatMap(({ id, interrupts }) => (interrupts ? endsElsewhere(context, id) : [])),
    ]
  },
}

/** A call at each state of each machine. */
function everyPlace(context: CheckContext, channel: Channel): Call[] {
  const { pack, only } = context
  const env = walkingEnv()
  const { call } = startCall(pack, { type: 'StartCall', call: 'proof', channel, profile: {} }, env)
  const at = (machine: string, state: string): Call => {
    const started = machine === JOURNEY ? call : advanced(call, { type: 'StartScenario', scenario: machine })
    const last = started.events.at(-1)
    const entered = { ...last, seq: (last?.seq ?? 0) + 1, type: 'StateEntered', machine, state } as CallEvent
    return restore(pack, [...started.events, entered])
  }
  const journey = pack.machines[pack.journeys[channel]]
  return [
    ...Object.values(only ? {} : (journey?.states ?? {}))
      .filter((state) => !state.final)
      .map((state) => at(JOURNEY, state.id)),
    ...provedScenarios(context).flatMap(({ id }) =>
      Object.values(pack.machines[id]?.states ?? {})
        .filter((state) => !state.final)
        .map((state) => at(id, state.id)),
    ),
  ]
}

function advanced(call: Call, command: Parameters<typeof advance>[1]): Call {
  const result = advance(call, command, walkingEnv())
  return result.ok ? result.call : call
}

function comesBack(call: Call, danger: string): boolean {
  // A danger that is on already is brought to mind again, not interrupted by itself.
  if (call.state.dangers.some((each) => each.scenario === danger)) return true
  const interrupted = advanced(call, { type: 'StartScenario', scenario: danger })
  const inIt = interrupted.state.dangers.some((each) => each.scenario === danger)
  const back = advanced(interrupted, { type: 'DropScenario', scenario: danger })
  return inIt && place(back) === place(call)
}

function place({ state }: Call): string {
  return JSON.stringify([frontPlace(state), state.order, state.dangers, state.machines[JOURNEY]?.state])
}

/** Plays a danger to each of its ends and compares where the call then stands with where it stood. */
function endsElsewhere(context: CheckContext, id: string): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const channel of CHANNELS) {
    const { call } = startCall(context.pack, { type: 'StartCall', call: 'proof', channel, profile: {} }, walkingEnv())
    walk(context.pack, id, channel, undefined, ({ call: after }) => {
      const opened = after.state.order.length > call.state.order.length || after.state.dangers.length > 0
      if (!opened && place(after) !== place(call)) found.push(...report(context, id, call, frontPlace(after.state).state))
    })
  }
  return found
}

function report(context: CheckContext, danger: string, { state }: Call, to?: string): Diagnostic[] {
  const { machine, state: id } = frontPlace(state)
  const came = to ? `came back to ${to}` : 'did not come back there'
  const placed = authoredMachine(context, danger)
  return placed
    ? [
        placed.file.report(
          [],
          'resumes-exactly',
          `${danger} broke in on ${machine}.${id} (${state.channel}) and ${came}`,
          'End a danger with `then: back`.',
        ),
      ]
    : []
}
