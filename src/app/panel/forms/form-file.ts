import { dateOf, dayOf } from '../../../core/calendar/days.ts'
import type { FormFields } from '../../../core/events.ts'
import { storable } from '../../../core/forms/fields.ts'
import type { Form } from '../../../core/forms/form.ts'
import { formCsv, formJson } from '../../../core/forms/form-files.ts'
import { clockOf } from '../../../core/forms/minutes.ts'
import { paperOf } from '../../../core/forms/paper.ts'
import type { Title } from '../../../core/title.ts'
import type { PaperWords } from './use-paper-words.ts'

/** What a form can be saved as, in the order of their keys. */
export const FORMATS = ['csv', 'json', 'docx'] as const
export type Format = (typeof FORMATS)[number]

/** What becomes a file. */
export interface Filing {
  readonly form: Form
  readonly values: FormFields
  readonly edition: string
  readonly say: (title: Title) => string
  readonly words: PaperWords
}

/** A form as a file of a format. A file is kept, so nothing in it tells who somebody is: there it has room to write by hand. */
export async function fileOf(format: Format, { form, values, edition, say, words }: Filing): Promise<Blob> {
  switch (format) {
    case 'csv':
      return new Blob([formCsv(form, values, say)], { type: 'text/csv;charset=utf-8' })
    case 'json':
      return new Blob([formJson(form, edition, values)], { type: 'application/json' })
    case 'docx': {
      // It is large, and few ask for it.
      const { formDocx } = await import('./form-docx.ts')
      return formDocx(paperOf(form, storable(form, values), say), words)
    }
  }
}

/**
 * What a file of a form is called, without its ending: by the form and by when the call began.
 *
 * @param at milliseconds since the epoch
 * @example
 * fileName('工单', 1795500300000) // '工单-2026-11-24-1405'
 */
export function fileName(title: string, at: number): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/gu, ' ')}-${dateOf(dayOf(at))}-${clockOf(at).replace(':', '')}`
}
