import { evidence } from '../../src/hearing/evidence.ts'
import { personalIn } from '../../src/hearing/redact.ts'
import type { HeldBackLine } from './held-back.ts'
import { MARKS } from './marks.ts'
import type { Finding, Miss, Section } from './report.ts'
import { pooled, scoresOf } from './scores.ts'

/** What has no shape of its own, and is found by the words around it. */
const FREE_FORM = ['name', 'address']

interface Span {
  readonly kind: string
  readonly start: number
  readonly end: number
}

/** What must not be stored: a piece counts as taken out when nothing of it is left, and as rightly taken out where something of its kind was. */
export function measureRedaction(lines: readonly HeldBackLine[]): Section {
  const pairs: { readonly wanted: readonly string[]; readonly heard: readonly string[] }[] = []
  const misses: Miss[] = []
  for (const { text, personal = [] } of lines) {
    const wanted = spansOf(text, personal)
    const found: readonly Span[] = personalIn(text)
    const left = wanted.filter(({ start, end }) => !found.some((each) => each.start <= start && end <= each.end))
    const needless = found.filter(
      ({ kind, start, end }) => !wanted.some((each) => each.kind === kind && start < each.end && each.start < end),
    )
    for (const span of wanted) pairs.push({ wanted: [span.kind], heard: left.includes(span) ? [] : [span.kind] })
    for (const { kind } of needless) pairs.push({ wanted: [], heard: [kind] })
    if (left.length + needless.length > 0) {
      misses.push({
        text,
        wanted: wanted.map(({ kind }) => kind),
        heard: found.map(({ kind, start, end }): Finding => ({ label: kind, because: [evidence(text, start, end)] })),
        missed: left.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
        extra: needless.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      })
    }
  }
  const scores = scoresOf(pairs)
  const structured = pooled(scores.filter(({ label }) => !FREE_FORM.includes(label)))
  const free = pooled(scores.filter(({ label }) => FREE_FORM.includes(label)))
  return {
    title: 'Redaction',
    lines: lines.length,
    figures: [
      { name: 'structured: recall', value: structured.recall, mark: MARKS.structuredRecall },
      { name: 'structured: precision', value: structured.precision, mark: MARKS.structuredPrecision },
      { name: 'names and addresses: recall', value: free.recall },
      { name: 'names and addresses: precision', value: free.precision },
    ],
    scores,
    misses,
  }
}

/** Where each piece stands, in the order in which they were noted. */
function spansOf(text: string, personal: readonly { readonly kind: string; readonly text: string }[]): Span[] {
  let from = 0
  return personal.map(({ kind, text: piece }) => {
    const start = text.indexOf(piece, from)
    if (start < 0) throw new Error(`“${piece}” does not stand in “${text}”`)
    from = start + piece.length
    return { kind, start, end: from }
  })
}
