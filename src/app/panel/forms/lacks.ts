import type { FormField } from '../../../core/forms/form.ts'
import type { Words } from '../../words.tsx'

/** How many of the missing fields are named. */
const NAMED = 3

/** 已填齐, or what is still missing. */
export function lacksWords({ t, title, list }: Words, lacks: readonly FormField[]): string {
  if (lacks.length === 0) return t('forms.complete')
  const fields = list(lacks.slice(0, NAMED).map((field) => title(field.title)))
  return lacks.length > NAMED ? t('forms.lacksMore', { fields, count: lacks.length }) : t('forms.lacks', { fields })
}
