/** What a lesson scored for a class, and whether the class holds. */
export interface Scored {
  readonly score: number
  readonly holds: boolean
}

/** Of ten dangers nearly all are to be heard, as long as most that is heard is one. */
const RECALL = 0.97
const PRECISION = 0.85

/** As finely as thresholds are written down. */
const STEP = 0.01

/** A threshold, and how well it would do. */
interface Cut {
  readonly score: number
  readonly precision: number
  readonly recall: number
}

/** The threshold that hears most at the least false: the highest F1. */
export function bestF1(scored: readonly Scored[]): number {
  const f1 = ({ precision, recall }: Cut) => (2 * precision * recall) / (precision + recall)
  return rounded(cutsOf(scored).reduce<Cut | undefined>((best, cut) => (!best || f1(cut) > f1(best) ? cut : best), undefined)?.score ?? 0)
}

/** The threshold for what must not be missed: as low as nearly all need, but not so low that much of what is heard is nothing. */
export function surely(scored: readonly Scored[]): number {
  const cuts = cutsOf(scored)
  const all = cuts.find(({ recall }) => recall >= RECALL) ?? cuts.at(-1)
  const precise = cuts.findLast(({ precision }) => precision >= PRECISION)
  return rounded(Math.max(all?.score ?? 0, precise?.score ?? 0))
}

/** Raises thresholds by one step for all until no more than a share of the lines that show nothing reaches any. */
export function sparingly(
  thresholds: Readonly<Record<string, number>>,
  lessons: readonly { readonly labels: readonly string[]; readonly scores: Readonly<Record<string, number>> }[],
  share: number,
): Record<string, number> {
  const over = lessons
    .filter(({ labels }) => labels.length === 0)
    .map(({ scores }) => Math.max(...Object.entries(scores).map(([id, score]) => score - (thresholds[id] ?? 0))))
    .sort((a, b) => b - a)
  const step = over[Math.floor(over.length * share)] ?? -1
  if (step < 0) return { ...thresholds }
  return Object.fromEntries(Object.entries(thresholds).map(([id, score]) => [id, rounded(score + step + STEP)]))
}

/** Every threshold that makes a difference, the highest first. */
function cutsOf(scored: readonly Scored[]): Cut[] {
  const all = scored.filter(({ holds }) => holds).length
  let right = 0
  return [...scored]
    .sort((a, b) => b.score - a.score)
    .flatMap(({ score, holds }, i) => {
      if (!holds) return []
      right++
      return [{ score, precision: right / (i + 1), recall: right / all }]
    })
}

/** No higher, so that what stood at a threshold still reaches it. */
function rounded(score: number): number {
  return Math.floor(score * 100) / 100
}
