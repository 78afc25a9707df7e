import { useMemo, useState } from 'react'
import type { FormFields } from '../../../core/events.ts'
import { formFacts } from '../../../core/forms/call-facts.ts'
import { completed, formsFor, missing, prefill } from '../../../core/forms/fill.ts'
import type { Form, FormField } from '../../../core/forms/form.ts'
import type { Shown } from '../use-call-view.ts'

/** A form of the pack with what stands on it now. */
export interface Sheet {
  readonly form: Form
  /** Whether the call is to be written up on it. */
  readonly needed: boolean
  readonly values: FormFields
  /** What it is unfinished without. */
  readonly lacks: readonly FormField[]
}

/** What was typed of people, by form; it lives as long as the page shows the end of the call. */
export type PersonalFields = Readonly<Record<string, FormFields>>

/** Every form of the pack, those that the call needs first. */
export function useSheets({ pack, snapshot: { call } }: Shown, personal: PersonalFields): readonly Sheet[] {
  // A form that is being read does not change its time of filling in.
  const [openedAt] = useState(Date.now)
  const { events, state } = call
  const prefilled = useMemo(() => {
    const facts = formFacts(pack, events, state, Math.max(openedAt, state.ended?.at ?? 0))
    return Object.values(pack.forms ?? {}).map((form) => ({ form, fields: prefill(pack, form, facts) }))
  }, [pack, events, state, openedAt])
  return useMemo(() => {
    const ids = formsFor(pack, state)
    return prefilled
      .map(({ form, fields }): Sheet => {
        const values = completed(form, fields, state.forms[form.id], personal[form.id])
        return { form, needed: ids.includes(form.id), values, lacks: missing(form, values) }
      })
      .sort((a, b) => Number(b.needed) - Number(a.needed))
  }, [pack, state, prefilled, personal])
}
