import { checkpointStatuses } from '../../core/checkpoints.ts'
import { endingOf } from '../../core/ending.ts'
import type { Command } from '../../core/events.ts'
import type { Finding, Findings, Speaker } from '../../core/heard.ts'
import { frontState, movesOf } from '../../core/machines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { resemblance } from '../../core/resemblance.ts'
import { cardLine } from '../../core/view.ts'
import type {
  Act,
  Channel,
  Checkpoint,
  CheckpointStatus,
  Danger,
  Outcome,
  Signal,
  Stage,
  Temper,
  Violation,
} from '../../core/vocabulary.ts'
import { advance, type Call, startCall } from '../advance.ts'
import type { Env } from '../recorder.ts'

/** One turn of a call that was written down: what somebody said, or a note of what happened. */
export interface TalkTurn {
  readonly who: Speaker | 'note'
  /** Seconds since the call began. */
  readonly t: number
  readonly text: string
}

export interface Talk {
  readonly id: string
  readonly channel: Channel
  readonly turns: readonly TalkTurn[]
}

/** What hears a talk: what an utterance shows, asked about these moves too, the limits of time that it names, and whether it says how the call ends. */
export type HearTalk = (
  text: string,
  who: Speaker,
  among: readonly string[],
) => Findings & { readonly deadlines: readonly Limit[]; readonly ending?: 'police' | 'escalated' | 'left' | undefined }

/** A limit of time as it was named: so many of a unit, or a point of the calendar. */
export type Limit = { readonly value: number; readonly unit: string } | { readonly by: string }

/** What a turn showed, and where the call stood after it. */
export interface TurnTrace {
  readonly scenarios: readonly Finding[]
  readonly signals: readonly Finding<Signal>[]
  readonly acts: readonly Finding<Act>[]
  readonly violations: readonly Finding<Violation>[]
  readonly stage: Stage
  readonly temper: Temper
  readonly danger: Danger | 'none'
  /** Id of the line on the card. */
  readonly say: readonly string[]
}

/** Something with the first turn that showed it. */
interface Shown<Id extends string> {
  readonly id: Id
  readonly turn: number
}

export interface TalkTrace {
  readonly id: string
  readonly turns: readonly TurnTrace[]
  /** Those that the call was opened for, in their order. */
  readonly scenarios: readonly Shown<string>[]
  readonly signals: readonly Shown<Signal>[]
  readonly checkpoints: Readonly<Record<Checkpoint, CheckpointStatus>>
  readonly violations: readonly Shown<Violation>[]
  readonly promises: readonly { readonly turn: number; readonly text: string; readonly limits: readonly Limit[] }[]
  readonly outcome: Outcome
}

/**
 * Takes a call that was written down through the machines, as the panel would have heard it. Nobody is there to answer, so what would have been
 * put to the agent is taken as accepted.
 *
 * @param startAt milliseconds since the epoch at which the call begins
 */
export function replayTalk(pack: CompiledPack, hear: HearTalk, talk: Talk, startAt: number): TalkTrace {
  let ids = 0
  let now = startAt
  const env = (): Env => ({ now, newId: () => `${talk.id}-${++ids}`, origin: 'heard' })
  let { call } = startCall(pack, { type: 'StartCall', call: talk.id, channel: talk.channel, profile: {} }, env())
  const carryOut = (command: Command): void => {
    const advanced = advance(call, command, env())
    if (advanced.ok) call = advanced.call
  }

  const turns: TurnTrace[] = []
  const promises: TalkTrace['promises'][number][] = []
  const endings: { readonly who: TalkTurn['who']; readonly ending: ReturnType<HearTalk>['ending'] }[] = []
  for (const [number, turn] of talk.turns.entries()) {
    now = Math.max(now, startAt + turn.t * 1000)
    const { deadlines, ending, ...findings } = findingsOf(call, hear, turn)
    endings.push({ who: turn.who, ending })
    if (turn.who === 'note') note(call, turn.text, carryOut)
    carryOut({ type: 'Hear', turn: `${talk.id}#${number}`, who: turn.who === 'agent' ? 'agent' : 'customer', text: turn.text, findings })
    acceptAll(call, `${talk.id}#${number}`, carryOut)
    if (turn.who === 'agent' && deadlines.length > 0 && findings.acts.some(({ id }) => id === 'commit-deadline')) {
      promises.push({ turn: number, text: turn.text, limits: deadlines })
    }
    turns.push(traceOf(call, findings, now))
  }
  return {
    id: talk.id,
    turns,
    scenarios: opened(call),
    signals: firsts(turns, ({ signals }) => signals),
    checkpoints: checkpointStatuses(pack, call.state),
    violations: turns.flatMap(({ violations }, turn) => violations.map(({ id }) => ({ turn, id }))),
    promises,
    outcome: outcomeOf(call, endings, promises.length > 0),
  }
}

function findingsOf({ state, pack }: Call, hear: HearTalk, { who, text }: TalkTurn): ReturnType<HearTalk> {
  const among = movesOf(frontState(pack, state)).filter((move) => pack.moves[move]?.by === 'customer')
  // What happened is written by an onlooker, and shows what the customer's words would.
  return hear(text, who === 'agent' ? 'agent' : 'customer', who === 'customer' ? among : [])
}

/**
 * How a call ended that was only written down: by what our side or a note says of police or of somebody above, else as its scenarios and promises
 * say, else by whether the customer was content at last.
 */
function outcomeOf(
  { state, pack }: Call,
  endings: readonly { readonly who: TalkTurn['who']; readonly ending: ReturnType<HearTalk>['ending'] }[],
  promised: boolean,
): Outcome {
  const ours = endings.filter(({ who }) => who !== 'customer').map(({ ending }) => ending)
  if (ours.includes('police')) return 'police'
  if (ours.includes('escalated')) return 'escalated'
  const { outcome } = endingOf(pack, state)
  if (outcome && outcome !== 'settled') return outcome
  const lastWords = state.heard.filter(({ who }) => who === 'customer').slice(-2)
  const content = lastWords.some(({ signals }) => signals.includes('accepts') || signals.includes('thanks'))
  if (!content && endings.slice(-2).some(({ who, ending }) => who !== 'agent' && ending === 'left')) return 'abandoned'
  if (promised) return 'follow-up'
  return outcome || content ? 'settled' : 'follow-up'
}

/** What a note may tell of: a step that was done, something that was found or decided, by its title. */
function note({ pack, state }: Call, text: string, carryOut: (command: Command) => void): void {
  const front = frontState(pack, state)
  const named = [
    ...front.do.flatMap((id) => {
      const step = pack.steps[id]
      return step ? [{ title: step.title.zh, command: { type: 'DoStep', step: id } as const }] : []
    }),
    ...movesOf(front).flatMap((id) => {
      const move = pack.moves[id]
      return move ? [{ title: move.title.zh, command: { type: 'MakeMove', move: id } as const }] : []
    }),
  ]
  const [best] = named.map(({ title, command }) => ({ command, like: resemblance(text, title) })).sort((a, b) => b.like - a.like)
  if (best && best.like >= 0.6) carryOut(best.command)
}

function acceptAll(call: Call, heard: string, carryOut: (command: Command) => void): void {
  for (const { id, way, answer, turn } of call.state.suggestions) {
    if (turn === heard && way !== 'applied' && answer === undefined)
      carryOut({ type: 'AnswerSuggestion', suggestion: id, answer: 'accept' })
  }
}

function traceOf({ state, pack }: Call, { scenarios, signals, acts, violations }: Findings, now: number): TurnTrace {
  const { stage, temper, dangers } = state
  return {
    scenarios,
    signals,
    acts,
    violations,
    stage,
    temper,
    danger: dangers.at(-1)?.danger ?? 'none',
    say: [cardLine(state, pack, now).line.id],
  }
}

/** The scenarios that came into the call, with the turn that brought each. */
function opened({ events }: Call): Shown<string>[] {
  const found = new Map<string, number>()
  let turn = -1
  for (const event of events) {
    if (event.type === 'Heard') turn++
    if ((event.type === 'ScenarioStarted' || event.type === 'Interrupted') && !found.has(event.scenario)) found.set(event.scenario, turn)
  }
  return [...found].map(([id, first]) => ({ id, turn: first }))
}

function firsts<Id extends string>(turns: readonly TurnTrace[], of: (turn: TurnTrace) => readonly Finding<Id>[]): Shown<Id>[] {
  const found = new Map<Id, number>()
  for (const [turn, each] of turns.entries()) for (const { id } of of(each)) if (!found.has(id)) found.set(id, turn)
  return [...found].map(([id, turn]) => ({ id, turn }))
}
