/** An utterance to learn from. */
export interface Example {
  /** Its grams, each once. */
  readonly grams: readonly string[]
  /** The classes that hold, by index; several only where classes do not exclude each other. */
  readonly holds: readonly number[]
  /** Classes of which it is not known whether they hold, by index: it teaches nothing about them. */
  readonly unsure?: readonly number[]
  /** How much it counts; 1 left out. */
  readonly weight?: number
  /** As how many grams it counts when it has fewer; its own number left out. */
  readonly size?: number
}

/** Lessons with a number for each gram, flat, so that going through all of them many times is quick. */
export interface LessonTable {
  /** The grams that are learnt, sorted. */
  readonly grams: readonly string[]
  /** How many lessons hold each. */
  readonly often: Float64Array
  /** Where the grams of each lesson begin in `rows`; one more entry for the end. */
  readonly starts: Uint32Array
  /** Indexes into `grams`. */
  readonly rows: Uint32Array
  /** What each gram of a lesson counts for its score: an utterance is not surer for being long. */
  readonly shares: Float64Array
  readonly holds: readonly (readonly number[])[]
  readonly unsure: readonly (readonly number[])[]
  readonly weights: Float64Array
}

/** @param least grams that fewer lessons hold are left out: they teach nothing that lasts */
export function tabulate(lessons: readonly Example[], least: number): LessonTable {
  const counts = new Map<string, number>()
  for (const { grams } of lessons) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const grams = [...counts.keys()].filter((gram) => (counts.get(gram) ?? 0) >= least).sort()
  const index = new Map(grams.map((gram, i) => [gram, i]))
  const starts = new Uint32Array(lessons.length + 1)
  const rows: number[] = []
  for (const [i, lesson] of lessons.entries()) {
    for (const gram of lesson.grams) {
      const row = index.get(gram)
      if (row !== undefined) rows.push(row)
    }
    starts[i + 1] = rows.length
  }
  return {
    grams,
    often: Float64Array.from(grams, (gram) => counts.get(gram) ?? 0),
    starts,
    rows: Uint32Array.from(rows),
    shares: Float64Array.from(lessons, ({ grams: own, size = 1 }) => 1 / Math.sqrt(Math.max(own.length, size))),
    holds: lessons.map(({ holds }) => holds),
    unsure: lessons.map(({ unsure = [] }) => unsure),
    weights: Float64Array.from(lessons, ({ weight = 1 }) => weight),
  }
}
