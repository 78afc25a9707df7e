/** How well a label was recognised. */
export interface Score {
  readonly label: string
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What should have been heard in an utterance, and what was. */
export interface Pair {
  readonly wanted: readonly string[]
  readonly heard: readonly string[]
}

/** Precision, recall and F1 of each label that was wanted or heard, by name. */
export function scoresOf(pairs: readonly Pair[]): Score[] {
  const labels = [...new Set(pairs.flatMap(({ wanted, heard }) => [...wanted, ...heard]))].sort()
  return labels.map((label) => {
    const count = (wanted: boolean, heard: boolean) =>
      pairs.filter((pair) => pair.wanted.includes(label) === wanted && pair.heard.includes(label) === heard).length
    return scoreOf(label, count(true, true), count(false, true), count(true, false))
  })
}

/** Several labels counted as one: what is frequent weighs more. */
export function pooled(scores: readonly Score[]): Score {
  const sum = (of: 'right' | 'wrong' | 'missed') => scores.reduce((total, score) => total + score[of], 0)
  return scoreOf('all', sum('right'), sum('wrong'), sum('missed'))
}

/** The mean of the F1 of all labels, each counted alike however often it occurs. */
export function macroF1(scores: readonly Score[]): number {
  return share(
    scores.reduce((sum, { f1 }) => sum + f1, 0),
    scores.length,
  )
}

/** A share of nothing is nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function scoreOf(label: string, right: number, wrong: number, missed: number): Score {
  const precision = share(right, right + wrong)
  const recall = share(right, right + missed)
  return { label, right, wrong, missed, precision, recall, f1: share(2 * precision * recall, precision + recall) }
}
