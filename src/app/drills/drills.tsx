import type { i18n } from 'i18next'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { CompiledDrills } from '../../core/drill/drills.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { ShippedPack } from '../../core/shipped-pack.ts'
import { buildMachines } from '../../engine/machines.ts'
import { DRILLS_WORDS } from '../../i18n/drills-words.ts'
import { addWords } from '../../i18n/i18n.ts'
import { type DrillStore, openDrillStore } from '../../store/drill-store.ts'
import { openHearing } from '../hearing/open-hearing.ts'
import { loadDrills, loadPack } from '../load-pack.ts'
import { Stopped } from '../stopped.tsx'
import { inTraditional, textsInTraditional } from '../traditional-pack.ts'
import { useWords } from '../words.tsx'
import { type DrillData, DrillProvider } from './drill-context.ts'
import { DrillDesk } from './drill-desk.tsx'

export interface DrillsProps {
  readonly words: i18n
  readonly shipped: ShippedPack
}

interface Loaded {
  readonly pack: CompiledPack
  readonly drills: CompiledDrills
  readonly store: DrillStore
}

/** The drill desk: difficult customers to practise with, on the same machines as on the job. */
export function Drills({ words, shipped }: DrillsProps) {
  const { t, dictionary } = useWords()
  const [loaded, setLoaded] = useState<Loaded | 'failed'>()
  const load = useCallback(() => {
    let left = false
    let opened: DrillStore | undefined
    const fetching = shipped.drillsUrl ? loadDrills(shipped.drillsUrl) : Promise.reject(new Error(`pack ${shipped.id} has no drills`))
    Promise.all([loadPack(shipped), fetching, openDrillStore(), addWords(words, DRILLS_WORDS)]).then(
      ([pack, drills, store]) => {
        opened = store
        if (left) return store.close()
        buildMachines(pack)
        setLoaded({ pack, drills, store })
      },
      () => left || setLoaded('failed'),
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [words, shipped])
  useEffect(load, [load])

  const data = useMemo((): DrillData | undefined => {
    if (!loaded || loaded === 'failed') return undefined
    const { pack, drills, store } = loaded
    return {
      pack,
      drills,
      store,
      shownPack: dictionary ? inTraditional(pack, dictionary) : pack,
      shown: dictionary ? textsInTraditional(drills, dictionary) : drills,
      openEar: () => openHearing(shipped.hearingUrl),
      clock: Date.now,
      newId: () => v7(),
    }
  }, [loaded, dictionary, shipped])

  if (data) {
    return (
      <DrillProvider value={data}>
        <DrillDesk />
      </DrillProvider>
    )
  }
  return loaded === 'failed' ? <Stopped words={t('loading.failed')} action={t('loading.retry')} onAct={load} /> : null
}
