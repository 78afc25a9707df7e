import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSpelling } from '../../src/compiler/spelling.ts'
import { fill, wordingsOf } from '../../src/core/lines.ts'
import { HITS, lineSearch } from '../../src/search/line-search.ts'
import { packOf } from '../engine/support.ts'

const pack = packOf('telecom')
const search = lineSearch(pack, makeSpelling())
const texts = Object.values(pack.lines).flatMap(wordingsOf)
/** Without slots and whatever parts clauses. */
const clauses = texts
  .flatMap((text) => text.replaceAll(/\{[a-z]+\}/g, '，').split(/[^\p{L}\p{N}]+/u))
  .filter((clause) => clause.length >= 4)

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'的您了退费zhsnü48１２ab {}matter，。%.,'), maxLength: 90 }),
)

test('any string has an answer, and ranges lie within the text, in order and apart', () => {
  fc.assert(
    fc.property(anything, (query) => {
      const hits = search(query)
      expect(hits.length).toBeLessThanOrEqual(HITS)
      for (const { text, ranges } of hits) {
        let end = 0
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('a piece of a wording finds a line that has it, and marks it', () => {
  const piece = fc
    .constantFrom(...clauses)
    .chain((clause) => fc.tuple(fc.constant(clause), fc.nat({ max: clause.length - 4 }), fc.integer({ min: 4, max: 12 })))
  fc.assert(
    fc.property(piece, ([clause, from, length]) => {
      const query = clause.slice(from, from + length)
      const [first] = search(query)
      const marked = first?.ranges.map(([start, end]) => first.text.slice(start, end)).join('') ?? ''
      // What stands in a slot may be part of it.
      const said = fill(pack, marked, { profile: {} }).replaceAll(/[^\p{L}\p{N}]/gu, '')
      expect(said.toLowerCase()).toContain(query.toLowerCase())
    }),
    { numRuns: 200 },
  )
})

test('case, width, blanks around and punctuation change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...clauses), (clause) => {
      const query = clause.slice(0, 6)
      const wide = query.replaceAll(/[a-z0-9]/giu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      expect(search(` ${wide.toUpperCase()}！`)).toEqual(search(query))
    }),
    { numRuns: 50 },
  )
})
