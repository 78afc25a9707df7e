import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLog } from '../../src/store/checked-log.ts'
import { logOf, note } from './events.ts'

const log = logOf('a', note('one'), note('two'), { type: 'Muted' }, { type: 'Undone', undoes: 'a-2' })

describe('a log is read back as far as it is sound', () => {
  test('a whole log is whole', () => {
    expect(checkLog(log)).toEqual({ events: log, raw: log })
  })

  test('fields that a later version has added do no harm', () => {
    const newer = log.map((event) => ({ ...event, colour: 'green' }))
    expect(checkLog(newer).damage).toBeUndefined()
  })

  test.each([
    ['nothing', [], 1, 'no-beginning'],
    ['the first event is missing', log.slice(1), 1, 'no-beginning'],
    ['a hole', [...log.slice(0, 2), ...log.slice(3)], 3, 'out-of-order'],
    ['a number twice', [...log.slice(0, 3), ...log.slice(2)], 4, 'out-of-order'],
    ['it begins twice', [...log.slice(0, 2), { ...log[0], seq: 3 }], 3, 'no-beginning'],
    ['an event of another call', [...log.slice(0, 2), { ...log[2], call: 'b' }], 3, 'out-of-order'],
    ['a type from the future', [...log.slice(0, 2), { ...log[2], type: 'CoffeeDrunk' }], 3, 'unknown-type'],
    ['a type that every object has', [...log.slice(0, 2), { ...log[2], type: 'toString' }], 3, 'unknown-type'],
    ['a torn record', [...log.slice(0, 2), { id: 'a-3', call: 'a' }], 3, 'shape'],
    ['a fact without its field', [...log.slice(0, 2), { ...log[2], text: undefined }], 3, 'shape'],
    ['a time that is none', [...log.slice(0, 2), { ...log[2], at: Number.NaN }], 3, 'shape'],
    ['no record at all', [...log.slice(0, 2), null, ...log.slice(3)], 3, 'shape'],
  ])('%s', (_, raw, seq, what) => {
    expect(checkLog(raw)).toEqual({ events: log.slice(0, seq - 1), damage: { seq, what }, raw })
  })

  test('whatever stands there, it does not throw and keeps the sound beginning', () => {
    fc.assert(
      fc.property(fc.nat({ max: log.length }), fc.array(fc.anything()), (sound, junk) => {
        const raw = [...log.slice(0, sound), ...junk]
        const checked = checkLog(raw)
        expect(checked.events.slice(0, sound)).toEqual(log.slice(0, sound))
        expect(checked.raw).toBe(raw)
      }),
    )
  })
})
