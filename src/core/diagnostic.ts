/** Something that an author should know about a pack, placed where they wrote it. */
export interface Diagnostic {
  /** Path from the project's root. */
  readonly file: string
  /** Counts from 1; 1 when the whole file is meant. */
  readonly line: number
  readonly severity: Severity
  /** Name of the check that found it. */
  readonly rule: string
  readonly message: string
  /** What to do about it. */
  readonly tip: string
}

export type Severity = 'error' | 'warning'
