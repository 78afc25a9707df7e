import { amountsIn } from '../../src/hearing/amounts.ts'
import { type Deadline, deadlinesIn } from '../../src/hearing/deadlines.ts'
import type { HeldBackLine } from './held-back.ts'
import { MARKS } from './marks.ts'
import type { Finding, Miss, Section } from './report.ts'
import { pooled, scoresOf, share } from './scores.ts'

/** Sums of money and limits of time: a line counts where all of them are found, as they were meant, and nothing more. */
export function measureSums(lines: readonly HeldBackLine[]): Section {
  const compared = lines.map(({ text, amounts = [], deadlines = [] }) => ({
    text,
    wanted: [...amounts.map(sum), ...deadlines.map(limit)],
    heard: [
      ...amountsIn(text).map(({ value, because }): Finding => ({ label: sum(value), because })),
      ...deadlinesIn(text).map((deadline): Finding => ({ label: limit(deadline), because: deadline.because })),
    ],
  }))
  const misses = compared.flatMap(({ text, wanted, heard }): Miss[] => {
    const labels = heard.map(({ label }) => label)
    const missed = lessThan(wanted, labels)
    const extra = lessThan(labels, wanted)
    return missed.length + extra.length > 0 ? [{ text, wanted, heard, missed, extra }] : []
  })
  const kinds = scoresOf(
    compared.flatMap(({ wanted, heard }) => {
      const labels = heard.map(({ label }) => label)
      // One pair for each sum and limit, so that two of the same value in a line count twice.
      return [
        ...lessThan(wanted, lessThan(wanted, labels)).map((label) => ({ wanted: [kindOf(label)], heard: [kindOf(label)] })),
        ...lessThan(wanted, labels).map((label) => ({ wanted: [kindOf(label)], heard: [] })),
        ...lessThan(labels, wanted).map((label) => ({ wanted: [], heard: [kindOf(label)] })),
      ]
    }),
  )
  const all = pooled(kinds)
  return {
    title: 'Sums and limits of time',
    lines: lines.length,
    figures: [
      { name: 'lines with all right', value: share(lines.length - misses.length, lines.length), mark: MARKS.sums },
      { name: 'recall', value: all.recall, mark: MARKS.sums },
      { name: 'precision', value: all.precision, mark: MARKS.sums },
    ],
    scores: kinds,
    misses,
  }
}

/** What the first has more than the second, each as often. */
function lessThan(all: readonly string[], without: readonly string[]): string[] {
  const left = [...without]
  return all.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function sum(value: number): string {
  return `${value} yuan`
}

function limit(deadline: Deadline | { readonly value: number; readonly unit: string } | { readonly by: string }): string {
  return 'by' in deadline ? `by ${deadline.by}` : `within ${deadline.value} ${deadline.unit}`
}

function kindOf(label: string): string {
  return label.endsWith('yuan') ? 'sum' : 'limit of time'
}
