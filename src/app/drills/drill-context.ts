import { createContext, useContext } from 'react'
import type { CompiledDrills } from '../../core/drill/drills.ts'
import { invariant } from '../../core/invariant.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { DrillStore } from '../../store/drill-store.ts'
import type { OpenEar } from '../practice-call.tsx'

/** What every page of the drill desk works on. */
export interface DrillData {
  /** The pack of this version, as drills run on it. */
  readonly pack: CompiledPack
  readonly drills: CompiledDrills
  /** The same as they are shown: in Traditional while that is chosen. */
  readonly shownPack: CompiledPack
  readonly shown: CompiledDrills
  readonly store: DrillStore
  readonly openEar: OpenEar
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly newId: () => string
}

const DrillContext = createContext<DrillData | undefined>(undefined)
export const DrillProvider = DrillContext.Provider

export function useDrillData(): DrillData {
  const data = useContext(DrillContext)
  invariant(data, 'a page of the drill desk stands inside the desk')
  return data
}
