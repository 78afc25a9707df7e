import { dateOf, dayOf } from '../../../core/calendar/days.ts'
import { toCsv } from '../../../core/csv.ts'
import { type ResultWords, resultRows } from '../../../core/drill/class-csv.ts'
import type { CompiledDrills } from '../../../core/drill/drills.ts'
import { writeDrillFile } from '../../../core/drill/import-records.ts'
import type { Assignment, DrillRecord } from '../../../core/drill/record.ts'
import { statementsOf } from '../../../core/drill/xapi.ts'
import { saveFile } from '../../../ui/save-file.ts'

/** Saves a table of results. @param now milliseconds since the epoch, for the file's name */
export function saveCsv(records: readonly DrillRecord[], words: ResultWords, now: number): void {
  saveFile({ name: fileName('results', now, 'csv'), text: toCsv(resultRows(records, words)) }, 'text/csv')
}

/**
 * Saves statements for a learning record store.
 *
 * @param drills as they were written: statements say in which language and script a name is
 */
export function saveXapi(records: readonly DrillRecord[], drills: CompiledDrills, now: number): void {
  const statements = statementsOf(records, (id) => drills.personas.find((each) => each.id === id)?.title)
  saveFile({ name: fileName('xapi', now, 'json'), text: JSON.stringify(statements, undefined, 2) }, 'application/json')
}

/** Saves whole drills for the trainer's workstation. */
export function saveRecords(records: readonly DrillRecord[], now: number): void {
  saveFile({ name: fileName('drills', now, 'json'), text: writeDrillFile({ records, assignments: [] }) }, 'application/json')
}

/** Saves assignments for the workstations of trainees. Nobody's results go with them. */
export function saveAssignments(assignments: readonly Assignment[], now: number): void {
  saveFile({ name: fileName('assignments', now, 'json'), text: writeDrillFile({ records: [], assignments }) }, 'application/json')
}

function fileName(what: string, now: number, ending: string): string {
  return `evenkeel-${what}-${dateOf(dayOf(now))}.${ending}`
}
