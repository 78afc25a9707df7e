import type { i18n } from 'i18next'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CompiledPack } from '../../core/pack.ts'
import type { ShippedPack } from '../../core/shipped-pack.ts'
import { CASES_WORDS } from '../../i18n/cases-words.ts'
import { addWords } from '../../i18n/i18n.ts'
import { openCheckMarks } from '../../store/check-marks.ts'
import type { PromiseHome } from '../keep-promise.ts'
import { loadPack } from '../load-pack.ts'
import { Stopped } from '../stopped.tsx'
import { inTraditional } from '../traditional-pack.ts'
import { useWords } from '../words.tsx'
import { DayDesk } from './day-desk.tsx'
import { type DeskData, DeskProvider } from './desk-context.ts'

export interface CasesProps {
  readonly words: i18n
  readonly shipped: ShippedPack
  readonly openHome: () => Promise<PromiseHome>
}

/** The day's desk: what was promised and is not done yet, the day's calls, and what is to be looked at besides. */
export function Cases({ words, shipped, openHome }: CasesProps) {
  const { t, dictionary } = useWords()
  const [loaded, setLoaded] = useState<{ readonly pack: CompiledPack; readonly home: PromiseHome } | 'failed'>()
  const load = useCallback(() => {
    let left = false
    let opened: PromiseHome | undefined
    Promise.all([loadPack(shipped), openHome(), addWords(words, CASES_WORDS)]).then(
      ([pack, home]) => {
        opened = home
        if (left) home.store.close()
        else setLoaded({ pack, home })
      },
      () => left || setLoaded('failed'),
    )
    return () => {
      left = true
      opened?.store.close()
    }
  }, [words, shipped, openHome])
  useEffect(load, [load])

  const data = useMemo((): DeskData | undefined => {
    if (!loaded || loaded === 'failed') return undefined
    const { pack, home } = loaded
    return { pack, home, shown: dictionary ? inTraditional(pack, dictionary) : pack, marks: openCheckMarks() }
  }, [loaded, dictionary])

  if (data) {
    return (
      <DeskProvider value={data}>
        <DayDesk />
      </DeskProvider>
    )
  }
  return loaded === 'failed' ? <Stopped words={t('loading.failed')} action={t('loading.retry')} onAct={load} /> : null
}
