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

/** `scenarios/telecom/customer/x.yaml:12 error unknown-name …`, with the tip on a line of its own. */
export function formatDiagnostic({ file, line, severity, rule, message, tip }: Diagnostic): string {
  return `${file}:${line} ${severity} [${rule}] ${message}${tip ? `\n    → ${tip}` : ''}`
}

export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error')
}
