import type { CallEvent } from '../core/events.ts'
import { fill, type SlotValues, wordingsOf } from '../core/lines.ts'
import type { CompiledPack, Title } from '../core/pack.ts'
import { JOURNEY } from '../core/state.ts'

/** One thing that happened in a call, for the list of what was said and done so far. */
export interface StoryEntry {
  /** Id of the event that it tells. */
  readonly id: string
  /** Milliseconds since the call began. */
  readonly at: number
  readonly kind: StoryKind
  readonly text: StoryText
}

export type StoryKind =
  | 'said'
  | 'heard'
  | 'slip'
  | 'move'
  | 'finding'
  | 'step'
  | 'scenario'
  | 'interrupted'
  | 'resumed'
  | 'promise'
  | 'kept'
  | 'refused'

/** Approved words as they were spoken, a line in the agent's own words, or a title of the pack. */
export type StoryText =
  | { readonly type: 'spoken'; readonly words: string }
  | { readonly type: 'own'; readonly purpose: Title }
  | { readonly type: 'title'; readonly title: Title }
  /** The usual course of a call, which has no title of its own. */
  | { readonly type: 'journey' }

/**
 * What an agent would tell of a call so far, oldest first; what was undone is left out, and so is what only the machines
 * care about.
 *
 * @param pack in the script that is shown
 */
export function storyOf(events: readonly CallEvent[], pack: CompiledPack, values: SlotValues): readonly StoryEntry[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'Undone' ? [event.undoes] : [])))
  const begun = events[0]?.at ?? 0
  const latest = new Map(events.flatMap((event) => (event.type === 'Heard' ? [[event.turn, event] as const] : [])))
  const first = new Set<string>()
  return events.flatMap((event) => {
    if (event.type === 'Heard') {
      // A turn that was corrected is told once, as it was corrected.
      if (first.has(event.turn)) return []
      first.add(event.turn)
      const { who, text } = latest.get(event.turn) ?? event
      return [{ id: event.id, at: event.at - begun, kind: who === 'agent' ? 'said' : 'heard', text: { type: 'spoken', words: text } }]
    }
    const told = undone.has(event.cause) && event.type !== 'SlipNoted' ? undefined : tell(event, pack, values)
    return told ? [{ id: event.id, at: event.at - begun, ...told }] : []
  })
}

function tell(event: CallEvent, pack: CompiledPack, values: SlotValues): Pick<StoryEntry, 'kind' | 'text'> | undefined {
  switch (event.type) {
    case 'LineSaid': {
      // Its words stand there already, as they were spoken.
      if (event.via === 'heard') return undefined
      const line = pack.lines[event.line]
      if (event.wording === 'own') return line && { kind: 'said', text: { type: 'own', purpose: line.purpose } }
      const wording = line && wordingsOf(line)[event.wording]
      return { kind: 'said', text: { type: 'spoken', words: wording ? fill(pack, wording, values) : event.text } }
    }
    case 'SlipNoted': {
      const instead = pack.swaps[event.swap ?? '']?.instead
      return instead === undefined ? undefined : { kind: 'slip', text: { type: 'spoken', words: instead } }
    }
    case 'MoveMade': {
      const move = pack.moves[event.move]
      return move && { kind: move.by === 'customer' ? 'move' : 'finding', text: { type: 'title', title: move.title } }
    }
    case 'StepDone':
      return titled('step', pack.steps[event.step]?.title)
    case 'ScenarioStarted':
      return titled('scenario', pack.scenarios[event.scenario]?.title)
    case 'Interrupted':
      return titled('interrupted', pack.scenarios[event.scenario]?.title)
    case 'Resumed':
      if (event.to.machine === JOURNEY) return { kind: 'resumed', text: { type: 'journey' } }
      return titled('resumed', pack.scenarios[event.to.machine]?.title)
    case 'PromiseMade':
      if (event.words) return { kind: 'promise', text: { type: 'spoken', words: event.words } }
      return titled('promise', pack.promises[event.promise]?.what)
    case 'PromiseKept':
      return titled('kept', pack.promises[event.promise]?.what)
    case 'ConcessionRefused': {
      const rung = pack.concessions?.flatMap(({ rungs }) => rungs).find(({ id }) => id === event.rung)
      return titled('refused', rung?.title)
    }
    case 'CallStarted':
    case 'ProfileChanged':
    case 'ChannelChanged':
    case 'NoteWritten':
    case 'RefundNoted':
    case 'CustomerIdentified':
    case 'CaseFactNoted':
    case 'HistoryFound':
    case 'FormFilled':
    case 'WordingPicked':
    case 'StepReopened':
    case 'ScenarioFronted':
    case 'ScenarioSettled':
    case 'ScenarioDropped':
    case 'StateEntered':
    case 'StageChosen':
    case 'StageEntered':
    case 'TemperShifted':
    case 'AuthorityGranted':
    case 'Muted':
    case 'Unmuted':
    case 'Heard':
    case 'Suggested':
    case 'SuggestionAnswered':
    case 'HungUp':
    case 'CallEnded':
    case 'Undone':
      return undefined
  }
}

function titled(kind: StoryKind, title: Title | undefined): Pick<StoryEntry, 'kind' | 'text'> | undefined {
  return title && { kind, text: { type: 'title', title } }
}
