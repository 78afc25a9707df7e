import type { FormFields } from '../events.ts'
import type { Title } from '../title.ts'
import { cellsOf, valueText } from './field-text.ts'
import { fieldsOf } from './fields.ts'
import type { Form, FormField } from './form.ts'

/**
 * A form as plain text for the ticket system: its title, then a line for each field that is filled in. What has several lines begins
 * below its name.
 *
 * @param say words of a title in the language of the company's papers
 */
export function formText(form: Form, values: FormFields, say: (title: Title) => string): string {
  const lines = fieldsOf(form).flatMap((field) => {
    const value = values[field.id]
    return value ? [`${say(field.title)}：${below(plain(field, value, say))}`] : []
  })
  return [`【${say(form.title)}】`, ...lines].join('\n')
}

function plain(field: FormField, value: string, say: (title: Title) => string): string {
  if (field.kind !== 'rows') return valueText(field, value, say)
  const heads = field.columns ? [field.columns.map(say)] : []
  return [...heads, ...cellsOf(value)].map((cells) => cells.join(' | ')).join('\n')
}

function below(text: string): string {
  return text.includes('\n') ? `\n${text}` : text
}
