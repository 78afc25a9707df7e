import { describe, expect, test } from 'vitest'
import { newOf, readDrillFile, writeDrillFile } from '../../../src/core/drill/import-records.ts'
import type { DrillRecord } from '../../../src/core/drill/record.ts'
import { assignment, drill, idOf, result, stopped } from './records.ts'

const sound = () => true
const read = (value: unknown) => readDrillFile(JSON.stringify(value), sound)
const faultOf = (value: unknown) => {
  const all = read(value)
  return all.ok ? undefined : all.fault
}

describe('a file of drills', () => {
  test('comes back as it was handed over, logs and assignments included', () => {
    const records = [drill(1, { assignment: 'task' }), stopped(2), drill(3, { from: { drill: idOf(1), after: '' } })]
    const file = writeDrillFile({ records, assignments: [assignment({ trainees: ['王芳'] })] })
    expect(readDrillFile(file, sound)).toEqual({ ok: true, records, assignments: [assignment({ trainees: ['王芳'] })], unfinished: 0 })
  })

  test('may be a plain list of records; what is still played is left out and counted', () => {
    const { ended: _, result: __, ...going } = drill(2)
    expect(read([drill(1), going])).toEqual({ ok: true, records: [drill(1)], assignments: [], unfinished: 1 })
    expect(writeDrillFile({ records: [going], assignments: [] })).not.toContain(going.id)
  })

  test('keeps nothing that no record has', () => {
    const all = read([{ ...drill(1), phone: '13800000000' }])
    expect(all.ok && Object.keys(all.records[0] ?? {})).not.toContain('phone')
  })
})

describe('a file is refused with what is wrong', () => {
  test.each([
    ['no JSON', '{"records":[', { what: 'not-json' }],
    ['something else', '{"name":"x"}', { what: 'not-drills' }],
    ['a number', '7', { what: 'not-drills' }],
    ['no lists', '{"format":"evenkeel-drills","version":1,"records":{}}', { what: 'not-drills' }],
    ['a newer version', '{"format":"evenkeel-drills","version":2,"records":[]}', { what: 'newer', version: 2 }],
  ])('%s', (_, text, fault) => {
    expect(readDrillFile(text, sound)).toEqual({ ok: false, fault })
  })

  test.each<[string, Partial<Record<keyof DrillRecord, unknown>>]>([
    ['id', { id: 'call-1' }],
    ['level', { level: 'brutal' }],
    ['hinted', { hinted: -1 }],
    ['trainee', { trainee: 5 }],
    ['startedAt', { startedAt: 9e15 }],
    ['pack.hash', { pack: { id: 'telecom', version: '1' } }],
    ['events', { events: undefined }],
    ['ended', { ended: { at: 'today', how: 'ended' } }],
    ['result', { result: undefined }],
    ['result', { ended: { at: 1, how: 'stopped' } }],
    ['result', { ended: undefined }],
    ['result.total', { result: result({ total: 101 }) }],
    ['result.band', { result: { ...result(), band: 'great' } }],
    ['result.skills.ask', { result: { ...result(), skills: { ...result().skills, ask: null } } }],
    ['result.checkpoints.end-care', { result: { ...result(), checkpoints: { ...result().checkpoints, 'end-care': 'maybe' } } }],
    ['result.violations', { result: { ...result(), violations: ['rude'] } }],
  ])('a record with a wrong %s', (field, change) => {
    expect(faultOf([drill(1), { ...drill(2), ...change }])).toEqual({ what: 'field', list: 'records', number: 2, field })
  })

  test('what is no record at all, a log that is not sound, and the log of another drill', () => {
    expect(faultOf([null])).toEqual({ what: 'item', list: 'records', number: 1 })
    expect(readDrillFile(JSON.stringify([drill(1)]), () => false)).toEqual({ ok: false, fault: { what: 'log', number: 1 } })
    expect(faultOf([drill(1), drill(2, { events: drill(1).events })])).toEqual({ what: 'log', number: 2 })
    expect(faultOf([drill(1, { events: [] })])).toEqual({ what: 'log', number: 1 })
  })

  test.each([
    ['due', { due: '2026-02-30' }],
    ['due', { due: 'Friday' }],
    ['passMark', { passMark: '70' }],
    ['trainees', { trainees: '王芳' }],
  ])('an assignment with a wrong %s', (field, change) => {
    const file = { format: 'evenkeel-drills', version: 1, records: [], assignments: [{ ...assignment(), ...change }] }
    expect(faultOf(file)).toEqual({ what: 'field', list: 'assignments', number: 1, field })
  })
})

test('what is known already is not new, nor what comes twice', () => {
  expect(newOf([drill(1)], [drill(1), drill(2), drill(2)])).toEqual([drill(2)])
})
