import { useEffect, useState } from 'react'
import { addWords, type WordSet } from '../../../i18n/i18n.ts'
import type { Language } from '../../../store/settings.ts'
import { useWords } from '../../words.tsx'

/** Adds words that come with a strip. @returns whether they are there */
export function useLateWords(set: WordSet): boolean {
  const { i18n: words } = useWords()
  const [ready, setReady] = useState(() => words.hasResourceBundle(words.language as Language, set.name))
  useEffect(() => {
    if (ready) return
    const show = () => setReady(true)
    // What fails to load is shown in Simplified, which came along.
    addWords(words, set).then(show, show)
  }, [words, set, ready])
  return ready
}
