import { createContext, useContext } from 'react'
import { invariant } from '../../core/invariant.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { CheckMarkStore } from '../../store/check-marks.ts'
import type { PromiseHome } from '../keep-promise.ts'

/** What every list of the day's desk works on. */
export interface DeskData {
  readonly home: PromiseHome
  /** The pack of this version, as calls are read and written with it. */
  readonly pack: CompiledPack
  /** The same as it is shown: in Traditional while that is chosen. */
  readonly shown: CompiledPack
  readonly marks: CheckMarkStore
}

const DeskContext = createContext<DeskData | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDeskData(): DeskData {
  const data = useContext(DeskContext)
  invariant(data, 'a list of the day’s desk stands inside the desk')
  return data
}
