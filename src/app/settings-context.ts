import { createContext, useContext, useSyncExternalStore } from 'react'
import { openSettings, type Settings, type SettingsStore } from '../store/settings.ts'

export const SettingsContext = createContext<SettingsStore>(openSettings(null))

/** What the agent has set, and how to set it. */
export function useSettings(): readonly [Settings, SettingsStore['change']] {
  const store = useContext(SettingsContext)
  return [useSyncExternalStore(store.subscribe, store.current), store.change]
}
