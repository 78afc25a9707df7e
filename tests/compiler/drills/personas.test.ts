import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import { invariant } from '../../../src/core/invariant.ts'
import { packOf } from '../../engine/support.ts'

const pack = packOf('telecom')
const [folder] = findPacks(join(import.meta.dirname, '../../..'))
invariant(folder, 'the project holds a pack')
const own = join(folder.scenarios, 'drills')
const LIANG = readFileSync(join(own, 'hard-line-tripled.yaml'), 'utf8')
const scratch = mkdtempSync(join(tmpdir(), 'evenkeel-drills-'))
afterAll(() => rmSync(scratch, { recursive: true }))

let made = 0
/** Compiles drills with this one customer in them. */
function compiled(text: string, complete = false) {
  const scenarios = join(scratch, String(made++))
  mkdirSync(join(scenarios, 'drills'), { recursive: true })
  for (const name of ['levels.yaml', 'scoring.yaml', 'everyday.yaml']) cpSync(join(own, name), join(scenarios, 'drills', name))
  writeFileSync(join(scenarios, 'drills', 'hard-line-tripled.yaml'), text)
  return compileDrills({ id: 'telecom', root: scratch, scenarios, scripts: '' }, pack, { complete })
}

/** The customer with one thing changed. */
function changed(from: string, to: string) {
  expect(LIANG).toContain(from)
  return compiled(LIANG.replace(from, to))
}

describe('a customer to practise with', () => {
  test('is compiled when nothing is wrong, with the story in one piece', () => {
    const { drills, diagnostics } = compiled(LIANG)
    expect(diagnostics).toEqual([])
    expect(drills?.personas.map(({ id }) => id)).toEqual(['hard-line-tripled'])
    expect(drills?.personas[0]?.story).not.toMatch(/\s/)
    expect(drills?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['a scenario that is not there', 'scenario: hard-line\n', 'scenario: hardline\n', 4, /there is no scenario “hardline”/, /hard-line/],
    ['a customer of no known title', 'title: mr,', 'title: sir,', 6, /“sir” is not a title/, /mr/],
    [
      'a finding that nobody makes',
      'truth: [finding.our-fault,',
      'truth: [finding.our-faults,',
      undefined,
      /nothing that an agent finds/,
      /finding\.our-fault/,
    ],
    [
      'a question that asks for something else',
      'ask: 是哪几天用的，您还记得吗？',
      'ask: 您还记得吗？',
      undefined,
      /would not be understood as asking for “days”/,
      /one of its words/,
    ],
    [
      'an answer to what nobody asks',
      'manner: legalistic\n',
      'manner: legalistic\nanswers: {nome: [姓梁。]}\n',
      undefined,
      /nothing that everyday\.yaml/,
      /name/,
    ],
    [
      'an answer with a gap',
      'manner: legalistic\n',
      'manner: legalistic\nanswers: {name: ["姓{{surnam}}。"]}\n',
      undefined,
      /nothing stands for/,
      /surname/,
    ],
    ['a move of the agent', '  customer.refuses:', '  decision.can-do:', undefined, /nothing that a customer does/, /./],
    ['a move that is open nowhere', '  customer.refuses:', '  customer.port-all:', undefined, /not open anywhere/, /never be said/],
    ['fewer than eight ways to say something', '    - 那免谈。\n', '', undefined, /7 ways/, /two runs/],
    [
      'the same words twice',
      '    - 那免谈。\n',
      '    - 差太远了，不行。\n    - 差太远了，不行。\n',
      undefined,
      /is said at .*hard-line-tripled\.yaml:\d+ already/,
      /alike/,
    ],
    ['more than one breath', '    - 那免谈。\n', `    - ${'不行'.repeat(40)}\n`, undefined, /80 characters/, /breath/],
    ['somebody who never agrees', '  customer.accepts:', '  customer.thanks:', undefined, /never accept/, /customer\.accepts/],
    ['a reaction that is left out', '  leaves:\n', '  left:\n', undefined, /leaves/, /./],
    [
      'somebody who wants nothing to come of it',
      'needs: [restate, verify, explain-cause, offer-options]',
      'needs: [restate, empathy]',
      undefined,
      /nothing to come of the call/,
      /explain-cause/,
    ],
    ['two facts of one name', '  - id: days', '  - id: amount', undefined, /two facts “amount”/, /own id/],
    ['a source that is not there', 'source: [', 'source: [tel.nothing, ', undefined, /no source “tel\.nothing”/, /./],
  ] as const)('with %s is refused, with file, line and what to do', (_what, from, to, line, message, tip) => {
    const text = LIANG.includes(from) ? LIANG : `${LIANG}source: []\n`
    const { drills, diagnostics } = compiled(text.replace(from, to))
    const [found] = diagnostics.filter((each) => message.test(each.message))
    expect(found, JSON.stringify(diagnostics)).toBeDefined()
    expect(found?.file).toMatch(/hard-line-tripled\.yaml$/)
    expect(found?.tip).toMatch(tip)
    if (line !== undefined) expect(found?.line).toBe(line)
    expect(drills?.personas ?? []).toEqual([])
  })

  test('is told of with all that is wrong at once', () => {
    const { diagnostics } = changed('tier: gold', 'tier: golden')
    expect(diagnostics).toHaveLength(1)
    const both = compiled(LIANG.replace('tier: gold', 'tier: golden').replace('brand: goetone', 'brand: none'))
    expect(both.diagnostics).toHaveLength(2)
  })

  test('stands in a file of its name', () => {
    expect(changed('id: hard-line-tripled', 'id: liang').diagnostics.map(({ rule }) => rule)).toContain('place')
  })
})

test('every scenario has somebody who plays it, or the pack is not sound', () => {
  const { drills, diagnostics } = compiled(LIANG, true)
  expect(drills).toBeUndefined()
  expect(diagnostics.map(({ message }) => message).join()).toMatch(/nobody plays .*fee-dispute/)
})

test('a pack without drills is sound', () => {
  const scenarios = join(scratch, 'none')
  mkdirSync(scenarios)
  expect(compileDrills({ id: 'telecom', root: scratch, scenarios, scripts: '' }, pack)).toEqual({ diagnostics: [] })
})
