import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { compileHearing } from '../../src/compiler/hearing/compile-hearing.ts'
import { invariant } from '../../src/core/invariant.ts'
import { packHearing, unpackHearing } from '../../src/hearing/packed.ts'
import { packStrings, unpackStrings } from '../../src/hearing/packed-strings.ts'

const [folder] = findPacks(join(import.meta.dirname, '../fixtures/packs/sound'))
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const hearing = compileHearing(pack, lessons)

describe('a packed recogniser', () => {
  test('is the same one when it is unpacked, whatever fields it has', () => {
    expect(unpackHearing(packHearing(hearing))).toEqual(hearing)
    const richer = {
      ...hearing,
      later: { list: ['一', '二'], none: [], deep: [{ text: '找记者去', at: 0.5 }, [3, 3, 900, 70_000]], off: null, mixed: [4, 2, -1] },
    }
    expect(unpackHearing(packHearing(richer))).toEqual(richer)
  })

  test('is the same bytes each time', () => {
    expect(packHearing(compileHearing(pack, lessons))).toEqual(packHearing(hearing))
  })

  test('is refused when it is something else, or cut short', () => {
    const bytes = packHearing(hearing)
    expect(() => unpackHearing(new TextEncoder().encode('<!doctype html>'))).toThrow('no recogniser of this version')
    expect(() => unpackHearing(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError)
  })
})

test('any strings are packed and come back as they were', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('找', '记', '者', '#', '\ue001'), maxLength: 40 }))
  fc.assert(
    fc.property(fc.array(fc.array(text)), (lists) => {
      expect(unpackStrings(packStrings(lists))).toEqual(lists)
    }),
  )
})

test('so are more characters than one byte can number, in a text of any length', () => {
  const all = [[Array.from({ length: 16_000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')]]
  expect(JSON.stringify(unpackStrings(packStrings(all))) === JSON.stringify(all)).toBe(true)
})
