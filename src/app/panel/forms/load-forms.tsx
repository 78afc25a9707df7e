import type { i18n } from 'i18next'
import { type ComponentType, useEffect, useState } from 'react'
import { useWords } from '../../words.tsx'
import type { FormsProps } from './forms.tsx'

/** The forms with their words, by the interface that has been given them. */
const ready = new WeakMap<i18n, ComponentType<FormsProps>>()

/** Loads the forms and their words; nobody who takes a call waits for them. */
export async function loadForms(words: i18n): Promise<ComponentType<FormsProps>> {
  const { Forms, addFormWords } = await import('./forms.tsx')
  await addFormWords(words)
  ready.set(words, Forms)
  return Forms
}

/** The forms of a call that is over, as soon as they are there. */
export function LoadedForms(props: FormsProps) {
  const { i18n: words } = useWords()
  const [Forms, setForms] = useState(() => ready.get(words))
  useEffect(() => {
    // What fails to load is missing here, and nothing else.
    if (!Forms)
      loadForms(words).then(
        (loaded) => setForms(() => loaded),
        () => {},
      )
  }, [words, Forms])
  return Forms ? <Forms {...props} /> : null
}
