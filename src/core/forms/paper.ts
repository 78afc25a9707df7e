import type { FormFields } from '../events.ts'
import type { Title } from '../title.ts'
import { cellsOf, valueText } from './field-text.ts'
import type { Form, FormField } from './form.ts'

/** One copy of a form as it stands on paper. */
export interface PaperCopy {
  readonly id: string
  readonly title: string
  /** 客户联; empty where there is only one. */
  readonly name: string
  readonly sections: readonly PaperSection[]
}

export interface PaperSection {
  readonly id: string
  readonly title: string
  readonly lines: readonly PaperLine[]
}

/** A line of the printed table: one or two short fields side by side, a text of any length, or a table within the table. */
export type PaperLine =
  | { readonly type: 'short'; readonly cells: readonly PaperCell[] }
  | ({ readonly type: 'long' } & PaperCell)
  | ({ readonly type: 'rows'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } & PaperCell)

export interface PaperCell {
  readonly id: string
  readonly label: string
  /** Empty where there is room to write by hand. */
  readonly text: string
}

/** How many full-width characters fit beside a label when two fields share a line, and how many of a label. */
const HALF = 19
const LABEL = 8

/** The copies of a form, filled in as far as it is. */
export function paperOf(form: Form, values: FormFields, say: (title: Title) => string): readonly PaperCopy[] {
  return form.copies.map((copy) => ({
    id: copy.id,
    title: say(form.title),
    name: form.copies.length > 1 ? say(copy.title) : '',
    sections: form.sections
      .filter(({ copies }) => copies === undefined || copies.includes(copy.id))
      .map(({ id, title, fields }) => ({ id, title: say(title), lines: linesOf(fields, values, say) })),
  }))
}

/** Short fields share a line with the one that comes next, where both have room. */
function linesOf(fields: readonly FormField[], values: FormFields, say: (title: Title) => string): readonly PaperLine[] {
  const lines: PaperLine[] = []
  let half: PaperCell | undefined
  const flush = () => {
    if (half) lines.push({ type: 'short', cells: [half] })
    half = undefined
  }
  for (const field of fields) {
    const value = values[field.id] ?? ''
    const cell = { id: field.id, label: say(field.title), text: valueText(field, value, say) }
    if (field.kind === 'rows' || field.kind === 'long') {
      flush()
      lines.push(
        field.kind === 'long'
          ? { type: 'long', ...cell }
          : { type: 'rows', ...cell, columns: (field.columns ?? []).map(say), rows: cellsOf(value) },
      )
    } else if (widthOf(cell.text) > HALF || widthOf(cell.label) > LABEL) {
      flush()
      lines.push({ type: 'short', cells: [cell] })
    } else if (half) {
      lines.push({ type: 'short', cells: [half, cell] })
      half = undefined
    } else {
      half = cell
    }
  }
  flush()
  return lines
}

/** How wide the columns of a table are beside each other: by the longest cell of each, within limits. */
export function columnShares({ columns, rows }: PaperLine & { readonly type: 'rows' }): readonly number[] {
  const count = Math.max(1, columns.length, ...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, i) => {
    const widths = [columns, ...rows].map((row) => widthOf(row[i] ?? ''))
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, ...widths)))
  })
}

/** A column has room for a time of day, and the longest text does not take the room of all others; in full-width characters. */
const NARROWEST = 6
const WIDEST = 24

/** In full-width characters; what is not Chinese is half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.55), 0)
}
