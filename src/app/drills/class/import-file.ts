import { type DrillFileFault, newOf, readDrillFile } from '../../../core/drill/import-records.ts'
import { checkLog } from '../../../store/checked-log.ts'
import type { DrillStore } from '../../../store/drill-store.ts'
import type { Words } from '../../words.tsx'

export interface Imported {
  readonly words: string
  readonly refused: boolean
}

/** Takes in a file of another workstation, all of it or nothing. @returns what came of it, in words */
export async function importFile(store: DrillStore, file: Pick<File, 'name' | 'text'>, t: Words['t']): Promise<Imported> {
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return refusal(t('drillClass.import.unreadable'))
  const read = readDrillFile(text, (events) => events.length > 0 && checkLog(events).damage === undefined)
  if (!read.ok) return refusal(faultInWords(read.fault, t))
  const records = newOf(await store.records(), read.records)
  const assignments = newOf(await store.assignments(), read.assignments)
  for (const record of records) await store.keep(record)
  for (const assignment of assignments) await store.assign(assignment)
  const told = [
    ...(read.records.length > 0 || read.assignments.length === 0
      ? [t('drillClass.import.done', { added: records.length, known: read.records.length - records.length })]
      : []),
    ...(read.assignments.length > 0
      ? [t('drillClass.import.assignments', { added: assignments.length, known: read.assignments.length - assignments.length })]
      : []),
    ...(read.unfinished > 0 ? [t('drillClass.import.unfinished', { count: read.unfinished })] : []),
  ]
  return { words: told.join(' '), refused: false }

  function refusal(why: string): Imported {
    return { words: t('drillClass.import.refused', { file: file.name, why }), refused: true }
  }
}

function faultInWords(fault: DrillFileFault, t: Words['t']): string {
  switch (fault.what) {
    case 'not-json':
      return t('drillClass.import.notJson')
    case 'not-drills':
      return t('drillClass.import.notDrills')
    case 'newer':
      return t('drillClass.import.newer', { version: fault.version })
    case 'item':
      return t('drillClass.import.item', { which: which(fault.list, fault.number) })
    case 'field':
      return t('drillClass.import.field', { which: which(fault.list, fault.number), field: fault.field })
    case 'log':
      return t('drillClass.import.log', { which: which('records', fault.number) })
  }

  function which(list: 'records' | 'assignments', number: number): string {
    return t(list === 'records' ? 'drillClass.import.record' : 'drillClass.import.assignment', { number })
  }
}
