import type { Diagnostic, Severity } from '../core/diagnostic.ts'

export type { Diagnostic, Severity }

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
