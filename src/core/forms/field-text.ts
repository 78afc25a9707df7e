import type { Title } from '../title.ts'
import type { FormField } from './form.ts'

/** How a field's value reads: a choice by its title, all else as it stands. */
export function valueText(field: FormField, value: string, say: (title: Title) => string): string {
  switch (field.kind) {
    case 'choice': {
      const choice = field.choices?.[value]
      return choice ? say(choice) : value
    }
    case 'time':
    case 'text':
    case 'long':
    case 'rows':
      return value
  }
}

/** The cells of a field of `rows`, row by row. */
export function cellsOf(value: string): readonly (readonly string[])[] {
  return value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split('\t').map((cell) => cell.trim())]))
}

/** Rows as they are edited: nobody can type a tab into a field of a page. */
export function rowsToText(value: string): string {
  return value.replaceAll('\t', ' | ')
}

/** The rows that somebody has typed, with bars of either width between the cells. */
export function textToRows(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/[|｜]/u)
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n')
}
