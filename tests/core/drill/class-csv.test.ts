import { expect, test } from 'vitest'
import { toCsv } from '../../../src/core/csv.ts'
import { type ResultWords, resultRows } from '../../../src/core/drill/class-csv.ts'
import { drill, result, stopped } from './records.ts'

const words: ResultWords = {
  head: (column) => column,
  unnamed: '未署名',
  persona: (id) => `P ${id}`,
  scenario: (persona) => `S ${persona}`,
  level: (level) => level,
  band: (band) => band,
  stopped: '停了',
  skill: (skill) => skill,
  checkpoint: (checkpoint) => checkpoint,
  status: (status) => status,
  violation: (violation) => violation,
  hints: (hints) => hints,
  yes: 'yes',
  list: (items) => items.join('、'),
}

test('results have a row a drill beneath their heads, with Shanghai dates and whole seconds', () => {
  const { ended: _, result: __, ...going } = drill(3)
  const rows = resultRows(
    [
      drill(1, {
        from: { drill: 'd-0', after: 'e-1' },
        assignment: 'a-1',
        hints: 'asked',
        hinted: 2,
        result: result({ violations: ['cold', 'jargon'] }),
      }),
      stopped(2, { trainee: '' }),
      going,
    ],
    words,
  )
  expect(rows).toEqual([
    [
      ...['trainee', 'persona', 'scenario', 'level', 'date', 'total', 'band', 'listen', 'speak', 'ask', 'own', 'rules'],
      ...['peak-verify', 'peak-negotiate', 'end-care', 'violations', 'seconds', 'hints', 'hinted', 'again', 'assigned'],
    ],
    [
      '王芳',
      'P lin',
      'S lin',
      'standard',
      '2026-11-23 11:03',
      72,
      'passed',
      80,
      70,
      60,
      90,
      100,
      'met',
      'met',
      'met',
      'cold、jargon',
      200,
      'asked',
      2,
      'yes',
      'yes',
    ],
    [
      '未署名',
      'P lin',
      'S lin',
      'standard',
      '2026-11-23 12:01',
      ...[undefined, '停了'],
      ...Array(9).fill(undefined),
      62,
      'on',
      0,
      undefined,
      undefined,
    ],
  ])
})

test('a trainee whose name is a formula runs nothing in a spreadsheet', () => {
  expect(toCsv(resultRows([drill(1, { trainee: '=1+1' })], words))).toContain("\r\n'=1+1,")
})
