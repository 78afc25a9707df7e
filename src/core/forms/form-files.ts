import { toCsv } from '../csv.ts'
import type { FormFields } from '../events.ts'
import type { Title } from '../title.ts'
import { valueText } from './field-text.ts'
import { fieldsOf, storable } from './fields.ts'
import type { Form } from './form.ts'

/** A form as a table of one record under the names of its fields, for spreadsheets. What tells who somebody is has no column. */
export function formCsv(form: Form, values: FormFields, say: (title: Title) => string): string {
  const fields = fieldsOf(form).filter(({ personal }) => !personal)
  return toCsv([fields.map(({ title }) => say(title)), fields.map((field) => valueText(field, values[field.id] ?? '', say))])
}

/** A form as data for another system: the values by the ids of their fields, without what tells who somebody is. */
export function formJson(form: Form, edition: string, values: FormFields): string {
  return `${JSON.stringify({ form: form.id, edition, values: storable(form, values) }, null, 2)}\n`
}
