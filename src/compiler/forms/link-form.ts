import { factChoices } from '../../core/forms/fact-choices.ts'
import type { Form, FormField, FormWhen } from '../../core/forms/form.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { Placed } from '../read-pack.ts'
import type { AuthoredField, AuthoredForm } from './form-schema.ts'

/** The one copy of a form that does not name any. */
const ONLY_COPY = { id: 'only', title: { zh: '', en: '' } }

/** A form as it is shipped. Whether it is sound is checked in `checks/forms.ts`. */
export function linkForm({ value, file }: Placed<AuthoredForm>, pack: Pick<CompiledPack, 'rules' | 'profile'>): Form {
  return {
    id: value.id,
    title: value.title,
    // A schema's optional fields may hold undefined; those that are left out are not there at all.
    when: JSON.parse(JSON.stringify(value.when)) as FormWhen,
    copies: value.copies?.map(({ id, zh, en }) => ({ id, title: { zh, en } })) ?? [ONLY_COPY],
    sections: value.sections.map(({ id, zh, en, copies, fields }) => ({
      id,
      title: { zh, en },
      ...(copies ? { copies } : {}),
      fields: fields.map((field) => linkField(field, pack)),
    })),
    source: value.source,
    at: file.at([]),
  }
}

function linkField(field: AuthoredField, pack: Pick<CompiledPack, 'rules' | 'profile'>): FormField {
  const { id, zh, en, kind, columns, from, required, personal, hint } = field
  const choices = field.choices ?? (kind === 'choice' && from ? factChoices(pack, from) : undefined)
  return {
    id,
    title: { zh, en },
    kind,
    ...(choices ? { choices } : {}),
    ...(columns ? { columns } : {}),
    ...(from ? { from } : {}),
    required: required ?? false,
    personal: personal ?? false,
    ...(hint ? { hint } : {}),
  }
}
