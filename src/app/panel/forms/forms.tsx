import type { i18n } from 'i18next'
import { useCallback, useState } from 'react'
import type { Command } from '../../../core/events.ts'
import { isPersonal } from '../../../core/forms/fill.ts'
import { FORMS_WORDS } from '../../../i18n/forms-words.ts'
import { addWords } from '../../../i18n/i18n.ts'
import type { Shown } from '../use-call-view.ts'
import { FormList } from './form-list.tsx'
import { FormView } from './form-view.tsx'
import { type PersonalFields, useSheets } from './use-sheets.ts'

export interface FormsProps {
  readonly shown: Shown
  readonly dispatch: (command: Command) => boolean
  /** Id of the form that is open, which then has the place of the list. */
  readonly open: string | undefined
  readonly onOpen: (form: string | undefined) => void
}

/** Adds the words of the forms to an interface. */
export function addFormWords(words: i18n): Promise<void> {
  return addWords(words, FORMS_WORDS)
}

/** The papers that a call is written up on: which ones it needs and what they still lack, or the one that is open. */
export function Forms({ shown, dispatch, open, onOpen }: FormsProps) {
  const [personal, setPersonal] = useState<PersonalFields>({})
  const [last, setLast] = useState<string>()
  const sheets = useSheets(shown, personal)
  const sheet = sheets.find(({ form }) => form.id === open)
  const { writable } = shown.snapshot

  const fill = useCallback(
    (field: string, value: string) => {
      if (!sheet) return
      const { form } = sheet
      if (isPersonal(form, field)) {
        setPersonal((before) => ({ ...before, [form.id]: { ...before[form.id], [field]: value } }))
      } else {
        dispatch({ type: 'FillForm', form: form.id, fields: { [field]: value } })
      }
    },
    [sheet, dispatch],
  )

  if (sheets.length === 0) return null
  if (!sheet) return <FormList sheets={sheets} last={last} onOpen={onOpen} />
  return (
    <FormView
      key={sheet.form.id}
      sheet={sheet}
      edition={shown.pack.edition}
      startedAt={shown.snapshot.call.state.startedAt}
      writable={writable}
      onFill={fill}
      onClose={() => {
        setLast(sheet.form.id)
        onOpen(undefined)
      }}
    />
  )
}
