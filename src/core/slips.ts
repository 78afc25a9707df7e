import { stateOf } from './machines.ts'
import type { CompiledPack, Line, Swap } from './pack.ts'
import { resemblance } from './resemblance.ts'
import type { Act, Violation } from './vocabulary.ts'

/** What puts a slip right: the acts that the agent's words lacked or broke, the best first. */
const MENDED_BY: Readonly<Record<Violation, readonly Act[]>> = {
  'you-blame': ['apology', 'restate', 'empathy'],
  'no-can-do': ['offer-options', 'firm-position'],
  provoke: ['empathy', 'apology'],
  'interrupt-or-argue': ['restate', 'empathy'],
  'over-promise': ['commit-deadline', 'firm-position'],
  jargon: ['explain-cause', 'restate'],
  'denial-before-verify': ['verify', 'restate'],
  'repeat-question': ['restate', 'apology'],
  threat: ['firm-position', 'empathy'],
  'improper-disclosure': ['firm-position', 'offer-options'],
  cold: ['empathy', 'care'],
  mislead: ['explain-cause', 'verify'],
}

/** The swap whose words were said; pieces are literal, and long enough that no decent sentence holds them. */
export function swapSaid(pack: CompiledPack, text: string): { readonly swap: Swap; readonly piece: string } | undefined {
  for (const swap of Object.values(pack.swaps)) {
    const piece = swap.match.find((each) => text.includes(each))
    if (piece) return { swap, piece }
  }
  return undefined
}

/** The swap that says best what to say instead: of those for this violation, one that the step warns of, or the one nearest to what was said. */
export function swapFor(pack: CompiledPack, violation: Violation, said: string, warned: readonly string[]): Swap | undefined {
  const fitting = Object.values(pack.swaps).filter((swap) => swap.violation === violation)
  const worth = (swap: Swap) => (warned.includes(swap.id) ? 0.2 : 0) + resemblance(said, swap.not)
  const best = fitting.reduce<Swap | undefined>((before, swap) => (before && worth(before) >= worth(swap) ? before : swap), undefined)
  return best && worth(best) > 0 ? best : undefined
}

/** Where the call stands, as far as it is known: lines of this step come first, then those of its machine. */
export interface Standing {
  readonly machine?: string
  readonly state?: string
  /** Lines that may not be said now. */
  readonly unusable?: (line: Line) => boolean
}

const LINES = 3

/** Approved lines that put a slip right, in the terms of the scenario that the call is in, the most fitting first; at most three. */
export function linesInstead(
  pack: CompiledPack,
  violation: Violation,
  { machine, state, unusable = () => false }: Standing,
): readonly string[] {
  const acts = MENDED_BY[violation]
  const own = pack.machines[machine ?? '']
  const here = own && state !== undefined ? stateOf(own, state).say : []
  const near = own ? Object.values(own.states).flatMap(({ say }) => say) : []
  const journey = Object.values(pack.journeys).flatMap((id) => Object.values(pack.machines[id]?.states ?? {}).flatMap(({ say }) => say))
  const distance = new Map<string, number>()
  for (const [far, says] of [here, near, journey].entries()) {
    for (const { line } of says) if (!distance.has(line)) distance.set(line, far)
  }
  const rank = ({ acts: done, id }: Line) => {
    const best = acts.findIndex((act) => done.includes(act))
    return best < 0 ? Number.POSITIVE_INFINITY : (distance.get(id) ?? 9) + best * 0.5
  }
  return [...distance.keys()]
    .flatMap((id) => pack.lines[id] ?? [])
    .filter((line) => line.status === 'approved' && !unusable(line) && rank(line) < Number.POSITIVE_INFINITY)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, LINES)
    .map(({ id }) => id)
}
