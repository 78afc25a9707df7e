/** A line's score for a label, and whether the label holds. */
export interface Scored {
  readonly score: number
  readonly holds: boolean
}

/** What a threshold is chosen for: the best balance of precision and recall, or recall first while precision allows. */
export type Aim = 'f1' | { readonly recall: number; readonly precision: number }

export interface Threshold {
  readonly threshold: number
  readonly precision: number
  readonly recall: number
}

/**
 * The threshold that meets an aim best. For recall first it is the highest that reaches the recall, unless precision falls below its mark there: then
 * the lowest that keeps precision.
 */
export function thresholdFor(points: readonly Scored[], aim: Aim): Threshold {
  const all = candidates(points)
  if (aim === 'f1') return best(all, ({ precision, recall }) => (2 * precision * recall) / (precision + recall || 1))
  const reaching = all.filter(({ recall }) => recall >= aim.recall)
  const highest = best(reaching, ({ threshold }) => threshold)
  if (highest.precision >= aim.precision) return highest
  const keeping = all.filter(({ precision }) => precision >= aim.precision)
  return keeping.length > 0 ? best(keeping, ({ recall }) => recall) : best(all, ({ precision, recall }) => precision + recall)
}

/** Every threshold that tells lines apart, between two neighbouring scores, with what it gives. */
function candidates(points: readonly Scored[]): Threshold[] {
  const sorted = [...points].sort((a, b) => b.score - a.score)
  const holding = points.filter(({ holds }) => holds).length
  const found: Threshold[] = []
  let right = 0
  for (const [i, { score, holds }] of sorted.entries()) {
    if (holds) right++
    const next = sorted[i + 1]?.score ?? score - 1
    if (next < score) found.push({ threshold: (score + next) / 2, precision: right / (i + 1), recall: right / (holding || 1) })
  }
  return found
}

function best(all: readonly Threshold[], worth: (each: Threshold) => number): Threshold {
  return all.reduce<Threshold>((so, each) => (worth(each) > worth(so) ? each : so), all[0] ?? { threshold: 0, precision: 0, recall: 0 })
}
