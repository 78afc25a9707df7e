import { type Attention, attentionOf, openSuggestion } from './attention.ts'
import type { Quote, Speaker, Suggestable, Suggestion } from './heard.ts'
import { fill, slotValues, usable } from './lines.ts'
import type { CompiledPack, Line, Swap } from './pack.ts'
import type { CallState } from './state.ts'
import type { Violation } from './vocabulary.ts'

/** What the panel shows of what it hears: one thing at a time, a question or a slip (docs/rules.md H13). */
export interface ListeningView {
  /** What was said last, and what it set off at once. */
  readonly last?: { readonly who: Speaker; readonly text: string; readonly turn: string; readonly applied?: SuggestionView }
  readonly asked?: SuggestionView
  readonly slip?: SlipView
  readonly attention: Attention
  /** How often the agent has been asked or corrected lately, of how often that may be. */
  readonly budget: { readonly used: number; readonly of: number }
  readonly hungUp: boolean
}

type Slip = CallState['slips'][number]

export interface SuggestionView {
  readonly id: string
  readonly what: Suggestable
  readonly because: readonly Quote[]
  readonly danger: boolean
}

export interface SlipView {
  /** Of its turn and kind: another one has another. */
  readonly id: string
  readonly violation: Violation
  readonly because: readonly Quote[]
  readonly swap?: Swap
  /** An approved line that puts it right, and its words as they would be said now. */
  readonly line?: { readonly line: Line; readonly words: string }
}

/** Everything that the panel shows of what it hears. Pure, as the whole view is. */
export function listeningView(pack: CompiledPack, state: CallState, now: number): ListeningView {
  const { listening: rules } = pack
  const last = state.heard.at(-1)
  const slipped = state.slips.findLast(({ shown, at }) => shown && now - at < rules.lapse)
  const { asked, slip } = foremost(state, openSuggestion(rules, state, now), slipped)
  const applied = state.suggestions.findLast(({ way, turn, undone }) => way === 'applied' && turn === last?.turn && !undone)
  const recent = (at: number) => now - at < rules.budget.within
  const used = [...state.suggestions.filter(({ way, danger }) => way === 'asked' && !danger), ...state.slips.filter(({ shown }) => shown)]
  return {
    ...(last
      ? { last: { who: last.who, text: last.text, turn: last.turn, ...(applied ? { applied: suggestionView(applied) } : {}) } }
      : {}),
    ...(asked ? { asked: suggestionView(asked) } : {}),
    ...(slip ? { slip: slipView(pack, state, now, slip) } : {}),
    attention: attentionOf(state),
    budget: { used: used.filter(({ at }) => recent(at)).length, of: rules.budget.asks },
    hungUp: state.hungUp,
  }
}

/** The one that stands: a danger, else whichever came last. Muted, a danger only. */
function foremost(
  { muted, heard }: CallState,
  asked: Suggestion | undefined,
  slip: Slip | undefined,
): { readonly asked?: Suggestion; readonly slip?: Slip } {
  if (asked?.danger) return { asked }
  if (muted) return {}
  // Talk that is pasted was all said in the same moment.
  const last = heard.findLast(({ turn }) => turn === asked?.turn || turn === slip?.turn)
  if (asked && (!slip || last?.turn === asked.turn)) return { asked }
  return slip ? { slip } : {}
}

/** When what is shown of it changes by itself next, in milliseconds since the epoch; never, when nothing lapses. */
export function listeningChange({ listening: rules }: CompiledPack, state: CallState, now: number): number {
  const shown = [
    ...state.suggestions.filter(({ way, answer, danger }) => way === 'asked' && !answer && !danger),
    ...state.slips.filter((slip) => slip.shown),
  ]
  return Math.min(...shown.map(({ at }) => at + rules.lapse).filter((moment) => moment > now))
}

function suggestionView({ id, what, because, danger }: Suggestion): SuggestionView {
  return { id, what, because, danger }
}

function slipView(pack: CompiledPack, state: CallState, now: number, { turn, violation, because, swap: id, lines }: Slip): SlipView {
  const swap = id === undefined ? undefined : pack.swaps[id]
  const line = lines.flatMap((each) => pack.lines[each] ?? []).find((each) => usable(pack, each, now, state))
  return {
    id: `${turn} ${violation}`,
    violation,
    because,
    ...(swap ? { swap } : {}),
    ...(line ? { line: { line, words: fill(pack, line.short, slotValues(pack, state)) } } : {}),
  }
}
