import type { FormFields } from '../events.ts'
import type { Form, FormField } from './form.ts'

/** Every field of a form, in the order in which they stand on it. */
export function fieldsOf({ sections }: Form): readonly FormField[] {
  return sections.flatMap(({ fields }) => fields)
}

/** What of some fields may be stored: those that the form has, without what tells who somebody is (docs/rules.md W1). */
export function storable(form: Form, fields: FormFields): FormFields {
  const kept = fieldsOf(form).filter(({ id, personal }) => !personal && Object.hasOwn(fields, id))
  return Object.fromEntries(kept.map(({ id }) => [id, fields[id] ?? '']))
}
