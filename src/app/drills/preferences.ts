import { DRILL_LEVELS, type DrillLevel } from '../../core/drill/level.ts'
import { HINTS, type Hints } from '../../core/drill/record.ts'
import { localArea } from '../../store/local-area.ts'

/** How somebody practises, kept for the next time in this browser. */
export interface Preferences {
  readonly level: DrillLevel
  readonly hints: Hints
  /** What the trainee is called; a number or a nickname will do. */
  readonly trainee: string
  /** Whether the customer is heard aloud. */
  readonly aloud: boolean
}

const KEY = 'evenkeel.drills'
const USUAL: Preferences = { level: 'standard', hints: 'on', trainee: '', aloud: false }

export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localArea()?.getItem(KEY) ?? '{}')
    const { level, hints, trainee, aloud } = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>
    return {
      level: DRILL_LEVELS.find((each) => each === level) ?? USUAL.level,
      hints: HINTS.find((each) => each === hints) ?? USUAL.hints,
      trainee: typeof trainee === 'string' ? trainee : USUAL.trainee,
      aloud: aloud === true,
    }
  } catch {
    return USUAL
  }
}

/** @returns what was given; it holds until the page is closed even where it cannot be stored */
export function writePreferences(preferences: Preferences): Preferences {
  try {
    localArea()?.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Full or denied: it is only a convenience.
  }
  return preferences
}
