import { localArea } from './local-area.ts'

/** What an agent has set for this browser. */
export interface Settings {
  /** The agent's number, as customers may hear it; empty when it is not given. */
  readonly agent: string
  readonly language: Language
  readonly theme: Theme
  readonly density: Density
}

/** Languages of the interface; approved lines stay Chinese in each. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

export const DEFAULT_SETTINGS: Settings = { agent: '', language: 'zh-Hans', theme: 'system', density: 'comfortable' }

export interface SettingsStore {
  current(): Settings
  /** Values that a setting cannot have leave it as it was. */
  change(patch: Partial<Settings>): void
  subscribe(listener: () => void): () => void
}

type Area = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'evenkeel.settings'

/**
 * Settings in the browser's local storage; kept in memory where it is denied or full.
 *
 * @param area the browser's own when left out; `null` for memory only
 * @param defaults what holds until something else is chosen
 */
export function openSettings(area: Area | null = localArea(), defaults: Settings = DEFAULT_SETTINGS): SettingsStore {
  const listeners = new Set<() => void>()
  let settings = valid(stored(area), defaults)

  return {
    current: () => settings,
    change(patch) {
      settings = valid(patch, settings)
      try {
        area?.setItem(KEY, JSON.stringify(settings))
      } catch {
        // Full or denied: the setting holds until the page is closed.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function valid(values: Readonly<Record<string, unknown>>, otherwise: Settings): Settings {
  const { agent, language, theme, density } = values
  return {
    agent: typeof agent === 'string' && AGENT_NUMBER.test(agent.trim()) ? agent.trim() : otherwise.agent,
    language: LANGUAGES.find((each) => each === language) ?? otherwise.language,
    theme: THEMES.find((each) => each === theme) ?? otherwise.theme,
    density: DENSITIES.find((each) => each === density) ?? otherwise.density,
  }
}

/** Short enough to be spoken in a line; empty takes it away. */
const AGENT_NUMBER = /^[\p{L}\p{N}-]{0,12}$/u

function stored(area: Area | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(area?.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
