import type { Evidence } from '../../src/hearing/evidence.ts'
import { type Figure, type Finding, isMet, type Measured, type Miss, type Section, writtenMark } from './report.ts'
import { STYLE } from './report-style.ts'

/**
 * A report to read: one page by itself, without scripts, light and dark, printable. Figures first, then each line that was not heard as a
 * person would, with what was wanted, what was heard instead, and the words that caused it.
 */
export function pageReport(measured: readonly Measured[], { title, about }: { readonly title: string; readonly about: string }): string {
  const quiet = measured.filter(({ noise }) => noise === 0)
  const kinds = [...new Set(measured.flatMap(({ sections }) => sections.map((section) => section.title)))]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>${escaped(about)}</p></header>
<nav aria-label="Sections"><ul>${kinds.map((kind) => `<li><a href="#${idOf(kind)}">${escaped(kind)}</a></li>`).join('')}</ul></nav>
<main>
${kinds.map((kind) => sectionPart(kind, measured, quiet)).join('\n')}
</main>
</body>
</html>
`
}

function sectionPart(kind: string, measured: readonly Measured[], quiet: readonly Measured[]): string {
  const columns = measured.flatMap(({ set, noise, sections }) => {
    const section = sections.find(({ title }) => title === kind)
    return section ? [{ set, noise, section }] : []
  })
  const names = [...new Set(columns.flatMap(({ section }) => section.figures.map(({ name }) => name)))]
  const head = columns.map(
    ({ set, noise, section }) =>
      `<th scope="col">${escaped(set)}<br><small>${percent(noise)} misheard, ${section.lines} lines</small></th>`,
  )
  const rows = names.map((name) => {
    const figures = columns.map(({ section }) => section.figures.find((figure) => figure.name === name))
    return `<tr><th scope="row">${escaped(name)}</th><td>${markOf(figures)}</td>${figures.map((figure, i) => figureCell(figure, columns[i]?.noise === 0)).join('')}</tr>`
  })
  const details = quiet.flatMap(({ set, sections }) =>
    sections.filter(({ title }) => title === kind).map((section) => detailPart(set, section)),
  )
  return `<section aria-labelledby="${idOf(kind)}">
<h2 id="${idOf(kind)}">${escaped(kind)}</h2>
<div class="wide"><table><thead><tr><th scope="col">Figure</th><th scope="col">Mark</th>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
${details.join('\n')}
</section>`
}

/** Marks are for lines as they were said. */
function figureCell(figure: Figure | undefined, asSaid: boolean): string {
  if (!figure) return '<td></td>'
  const met = asSaid ? isMet(figure) : undefined
  if (met === undefined) return `<td>${figure.value.toFixed(3)}</td>`
  return `<td class="${met ? 'met' : 'unmet'}">${figure.value.toFixed(3)} <span>${met ? '✓ met' : '✗ not met'}</span></td>`
}

function markOf(figures: readonly (Figure | undefined)[]): string {
  const mark = figures.find((figure) => figure?.mark)?.mark
  return mark ? writtenMark(mark) : ''
}

function detailPart(set: string, { title, scores, misses }: Section): string {
  const labels = scores.map(
    ({ label, precision, recall, f1, right, wrong, missed }) =>
      `<tr><th scope="row">${escaped(label)}</th>${[precision, recall, f1].map((each) => `<td>${each.toFixed(2)}</td>`).join('')}${[right, wrong, missed].map((each) => `<td>${each}</td>`).join('')}</tr>`,
  )
  const table =
    labels.length === 0
      ? ''
      : `<details><summary>${escaped(set)}: ${labels.length} labels of ${escaped(title)}</summary><div class="wide"><table><thead><tr>${['Label', 'Precision', 'Recall', 'F1', 'Right', 'Wrong', 'Missed'].map((each) => `<th scope="col">${each}</th>`).join('')}</tr></thead><tbody>${labels.join('')}</tbody></table></div></details>`
  const list =
    misses.length === 0
      ? `<p>${escaped(set)}: nothing was missed.</p>`
      : `<details><summary>${escaped(set)}: ${misses.length} lines not heard as a person would</summary><ol>${misses.map(missItem).join('')}</ol></details>`
  return table + list
}

function missItem({ text, wanted, heard, missed, extra }: Miss): string {
  // What was heard and shouldn't have been explains more than what was heard rightly.
  const told = heard.filter(({ label }) => extra.includes(label))
  return `<li><p lang="zh">${highlighted(
    text,
    (told.length > 0 ? told : heard).flatMap(({ because }) => because),
  )}</p><dl>
<div><dt>Wanted</dt><dd>${wanted.map(escaped).join(', ') || 'nothing'}</dd></div>
<div><dt>Heard</dt><dd>${heard.map(findingText).join(', ') || 'nothing'}</dd></div>
${missed.length > 0 ? `<div><dt>Missed</dt><dd>${missed.map(escaped).join(', ')}</dd></div>` : ''}${extra.length > 0 ? `<div><dt>Needless</dt><dd>${extra.map(escaped).join(', ')}</dd></div>` : ''}
</dl></li>`
}

function findingText({ label, score, because }: Finding): string {
  const words = because.map(({ text }) => text).join('…')
  return `${escaped(label)}${score === undefined ? '' : ` ${score.toFixed(2)}`}${words === '' ? '' : ` <q lang="zh">${escaped(words)}</q>`}`
}

/** A text with the words marked that caused something; they may overlap. */
export function highlighted(text: string, because: readonly Evidence[]): string {
  let written = ''
  let at = 0
  for (const { start, end } of because.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    written += `${escaped(text.slice(at, from))}<mark>${escaped(text.slice(from, end))}</mark>`
    at = end
  }
  return written + escaped(text.slice(at))
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
