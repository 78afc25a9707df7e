import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import type { BookExtras } from '../../core/book/extras.ts'
import { bookLines } from '../../core/book/find-lines.ts'
import { shanghaiDate } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { ShippedPack } from '../../core/shipped-pack.ts'
import { BOOK_WORDS } from '../../i18n/book-words.ts'
import { addWords } from '../../i18n/i18n.ts'
import { loadExtras, loadPack } from '../load-pack.ts'
import { Stopped } from '../stopped.tsx'
import { inTraditional } from '../traditional-pack.ts'
import { useWords } from '../words.tsx'
import { type BookData, BookDataProvider } from './book-data.ts'
import { createBookRouter } from './routes.tsx'

export interface BookProps {
  readonly words: i18n
  readonly shipped: ShippedPack
}

interface Loaded {
  readonly shipped: ShippedPack
  readonly pack: CompiledPack
  readonly extras: BookExtras
}

/** The script book: everything that a pack says and why, to be read, searched, printed and traced to its source. */
export function Book({ words, shipped }: BookProps) {
  const { t, dictionary } = useWords()
  const [loaded, setLoaded] = useState<Loaded>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(1)
  const router = useMemo(() => createBookRouter(), [])

  // What is on show stays until what replaces it is there: an author who saves a file keeps the place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  useEffect(() => {
    let left = false
    setFailed(false)
    Promise.all([loadPack(shipped), loadExtras(shipped), addWords(words, BOOK_WORDS)]).then(
      ([pack, extras]) => left || setLoaded({ shipped, pack, extras }),
      () => left || setFailed(true),
    )
    return () => {
      left = true
    }
  }, [words, shipped, attempt])

  const data = useMemo((): BookData | undefined => {
    if (!loaded) return undefined
    const { pack, extras } = loaded
    const shown = dictionary ? inTraditional(pack, dictionary) : pack
    return {
      shipped: loaded.shipped,
      pack: shown,
      extras,
      lines: dictionary ? bookLines(shown, pack) : bookLines(pack),
      today: shanghaiDate(Date.now()),
    }
  }, [loaded, dictionary])

  if (data) {
    return (
      <BookDataProvider value={data}>
        <RouterProvider router={router} />
      </BookDataProvider>
    )
  }
  if (!failed) return null
  return <Stopped words={t('loading.failed')} action={t('loading.retry')} onAct={() => setAttempt(attempt + 1)} />
}
