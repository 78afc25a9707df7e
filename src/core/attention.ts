import type { Suggestion } from './heard.ts'
import type { ListeningRules } from './pack.ts'
import { type CallState, inFront } from './state.ts'

/** How often the panel spoke up unasked in a call, and what became of it. */
export interface Attention {
  /** Put to the agent, or a slip shown. */
  readonly shown: number
  /** Done at once. */
  readonly applied: number
  readonly accepted: number
  readonly dismissed: number
  /** Put to the agent and left without an answer, or put off. */
  readonly unanswered: number
  /** Kept from the agent: muted, or too much already. */
  readonly held: number
}

type Asked = Pick<CallState, 'suggestions' | 'slips'>

/** The account of a whole call. */
export function attentionOf({ suggestions, slips }: Asked): Attention {
  const asked = suggestions.filter(({ way }) => way === 'asked')
  const held = suggestions.filter(({ way }) => way === 'held').length
  const answered = (answer: Suggestion['answer']) => asked.filter((each) => each.answer === answer).length
  return {
    shown: asked.length + slips.filter(({ shown }) => shown).length,
    applied: suggestions.filter(({ way }) => way === 'applied').length,
    accepted: answered('accept'),
    dismissed: answered('dismiss'),
    unanswered: answered(undefined) + answered('later'),
    held: held + slips.filter(({ shown }) => !shown).length,
  }
}

/**
 * Whether the agent may be asked or corrected once more now: so many times in so many minutes, and not while muted (docs/rules.md H5).
 * A danger does not ask whether it may.
 *
 * @param now milliseconds since the epoch
 */
export function mayShow(rules: ListeningRules, { suggestions, slips, muted }: Asked & Pick<CallState, 'muted'>, now: number): boolean {
  const recent = (at: number) => now - at < rules.budget.within
  const asked = suggestions.filter(({ way, danger, at }) => way === 'asked' && !danger && recent(at)).length
  const corrected = slips.filter(({ shown, at }) => shown && recent(at)).length
  return !muted && asked + corrected < rules.budget.asks
}

/** The suggestion that stands on the panel: the latest danger without an answer, else the latest of the rest until it lapses. */
export function openSuggestion(rules: ListeningRules, state: CallState, now: number): Suggestion | undefined {
  const open = state.suggestions.filter((each) => each.way === 'asked' && each.answer === undefined && !moot(state, each))
  const latest = open.filter(({ danger }) => !danger).at(-1)
  return open.findLast(({ danger }) => danger) ?? (latest && now - latest.at < rules.lapse ? latest : undefined)
}

/** Whether what was suggested has come about meanwhile, or its step has passed. */
function moot(state: CallState, { what, step }: Suggestion): boolean {
  switch (what.type) {
    case 'scenario':
      return state.order.includes(what.scenario) || state.dangers.some(({ scenario }) => scenario === what.scenario)
    case 'move':
      return !stillAt(state, what.machine, step)
    case 'signal':
      return false
  }
}

/** Whether the step is on that a move was suggested for. */
export function stillAt(state: CallState, machine: string, step: string | undefined): boolean {
  return inFront(state) === machine && state.machines[machine]?.state === step
}
