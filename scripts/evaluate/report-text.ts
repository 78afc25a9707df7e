import { type Figure, isMet, type Measured, type Miss, type Section, writtenMark } from './report.ts'

const NAME = 34
const COLUMN = 8

/** A report for the terminal: figures of all sets and rates of noise side by side, then the labels one by one. */
export function textReport(measured: readonly Measured[], { misses = false } = {}): string {
  const titles = [...new Set(measured.flatMap(({ sections }) => sections.map(({ title }) => title)))]
  const parts = titles.map((title) => {
    const columns = measured.filter(({ sections }) => sections.some((section) => section.title === title))
    return [...table(title, columns), ...columns.flatMap((each) => details(each, title, misses))].join('\n')
  })
  return `${parts.join('\n\n')}\n`
}

function table(title: string, columns: readonly Measured[]): string[] {
  const sections = columns.map((each) => sectionOf(each, title))
  const names = [...new Set(sections.flatMap(({ figures }) => figures.map(({ name }) => name)))]
  const sets = columns.map(({ set }, i) => (columns[i - 1]?.set === set ? '' : set))
  return [
    row(title, sets.some((set) => set !== sets[0] && set !== '') ? sets : []),
    row(
      '  characters misheard',
      columns.map(({ noise }) => `${Math.round(noise * 100)} %`),
    ),
    row(
      '  lines',
      sections.map(({ lines }) => String(lines)),
    ),
    ...names.map((name) => {
      const figures = sections.map((section) => section.figures.find((figure) => figure.name === name))
      return `${row(
        `  ${name}`,
        figures.map((figure) => figure?.value.toFixed(3) ?? ''),
      )}${verdict(figures.filter((_, i) => columns[i]?.noise === 0))}`
    }),
  ]
}

/** Marks are for lines as they were said. */
function verdict(figures: readonly (Figure | undefined)[]): string {
  const marked = figures.filter((figure) => figure?.mark)
  const [first] = marked
  if (!first?.mark) return ''
  return `   ${writtenMark(first.mark)} ${marked.every((figure) => figure && isMet(figure)) ? '✓ met' : '✗ NOT MET'}`
}

function details(measured: Measured, title: string, misses: boolean): string[] {
  const { scores, misses: missed } = sectionOf(measured, title)
  const heading = `  ${measured.set}, ${Math.round(measured.noise * 100)} %`
  const rows = measured.noise > 0 || scores.length === 0 ? [] : ['', heading, ...scores.map(scoreRow)]
  return misses && missed.length > 0 ? [...rows, '', `${heading}: ${missed.length} missed`, ...missed.map(missRows)] : rows
}

function scoreRow({ label, precision, recall, f1, right, wrong, missed }: Section['scores'][number]): string {
  return `    ${label.padEnd(26)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${right} right, ${wrong} wrong, ${missed} missed)`
}

function missRows({ text, wanted, heard, missed, extra }: Miss): string {
  const found = heard.map(
    ({ label, because }) => `${label}${because.length > 0 ? `「${because.map((each) => each.text).join('…')}」` : ''}`,
  )
  return [
    `    ✗ ${text}`,
    `        wanted ${wanted.join(', ') || 'nothing'}; heard ${found.join(', ') || 'nothing'}`,
    `        ${[missed.length > 0 ? `missed ${missed.join(', ')}` : '', extra.length > 0 ? `needless ${extra.join(', ')}` : ''].filter(Boolean).join('; ')}`,
  ].join('\n')
}

function sectionOf({ sections }: Measured, title: string): Section {
  return sections.find((section) => section.title === title) ?? { title, lines: 0, figures: [], scores: [], misses: [] }
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME) + cells.map((cell) => cell.padStart(COLUMN)).join('')
}
