import type { ScoringRules } from '../scoring/scoring-rules.ts'
import type { DrillRules } from './level.ts'
import type { Persona } from './persona.ts'

/** The drills of a pack as the drill desk ships them. */
export interface CompiledDrills {
  /** Id of the pack whose machines are played. */
  readonly pack: string
  /** SHA-256 over the content, hexadecimal; pinned by each drill. */
  readonly hash: string
  readonly rules: DrillRules
  readonly scoring: ScoringRules
  readonly personas: readonly Persona[]
}
