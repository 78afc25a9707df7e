import type { LogExport } from '../../store/export.ts'

/** Offers a log to the agent as a file to keep. */
export function saveAsFile({ name, text }: LogExport): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
