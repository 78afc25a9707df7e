import type { LogExport } from '../../store/export.ts'
import { saveFile } from '../../ui/save-file.ts'

/** Offers a log to the agent as a file to keep. */
export function saveAsFile(log: LogExport): void {
  saveFile(log, 'application/jsonl')
}
