import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { BLUEPRINT } from '../../src/core/vocabulary.ts'

// Each of these starts a program of its own.
vi.setConfig({ testTimeout: 120_000 })

const ROOT = join(import.meta.dirname, '..', '..')

function evenkeel(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const jsonl = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('check', () => {
  test('[P1] finds no error in the packs that are shipped, and says what was proved', () => {
    const { status, stdout, stderr } = evenkeel('check', '--json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(jsonl(stdout)).toMatchObject([{ summary: { pack: 'telecom', errors: 0 } }])
    const { summary } = jsonl(stdout)[0] as {
      summary: { pathsWalked: number; scenarios: number; plans: number; sources: { all: number; cited: number; pending: number } }
    }
    expect(summary.scenarios).toBeGreaterThanOrEqual(9)
    expect(summary.plans).toBeGreaterThanOrEqual(2 * summary.scenarios)
    expect(summary.pathsWalked).toBeGreaterThan(1000)
    expect(summary.sources.cited).toBeGreaterThan(0)
  })
})

describe('lines', () => {
  const { status, stdout } = evenkeel('lines')
  const all = jsonl(stdout)

  test('lists every line with its wordings, place, purpose and source', () => {
    expect(status).toBe(0)
    for (const line of all) {
      expect(line).toMatchObject({
        id: expect.any(String),
        purpose: expect.any(String),
        stage: expect.any(String),
        status: 'approved',
        edition: expect.any(String),
      })
      expect((line.say as string[]).length).toBeGreaterThanOrEqual(3)
      expect((line.source as string[]).length).toBeGreaterThan(0)
    }
  })

  test('names the scenario and the stage of a line that belongs to one', () => {
    expect(all.find((line) => line.id === 'hard-line.affirm')).toMatchObject({ scenario: 'hard-line', stage: 'soothe' })
    expect(all.find((line) => line.id === 'phone.greet')).toMatchObject({ scenario: null, stage: 'contact' })
  })

  test('both journeys have a line in each of their stages', () => {
    const stages = new Set(all.filter((line) => line.scenario === null).map((line) => line.stage))
    for (const stage of [...BLUEPRINT.phone, ...BLUEPRINT.hall]) expect(stages).toContain(stage)
  })
})

describe('graph', () => {
  test('draws a machine for Mermaid', () => {
    const { status, stdout } = evenkeel('graph', 'hard-line')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^stateDiagram-v2\n/)
    expect(stdout).toContain('[*] --> affirm')
    expect(stdout).toMatch(/affirm --> position: 说了/)
  })

  test('writes a machine as SCXML whose every target exists', () => {
    const { stdout } = evenkeel('graph', 'agitated', '--format', 'scxml')
    const ids = new Set([...stdout.matchAll(/<(?:state|final) id="([^"]+)"/g)].map((match) => match[1]))
    const targets = [...stdout.matchAll(/target="([^"]+)"/g)].map((match) => match[1])
    expect(targets.length).toBeGreaterThan(10)
    for (const target of targets) expect(ids).toContain(target)
    expect(stdout).toContain('xmlns="http://www.w3.org/2005/07/scxml"')
    expect(stdout.match(/<state /g)?.length).toBe(stdout.match(/<\/state>/g)?.length)
  })

  test('gives a machine as JSON', () => {
    const { stdout } = evenkeel('graph', 'phone', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ id: 'phone', entry: 'greet', states: { greet: { stage: 'contact' } } })
  })
})

describe('wrong use', () => {
  test.each([
    [[], 'which command?'],
    [['sing'], 'there is no command “sing”'],
    [['graph'], 'graph needs one more word'],
    [['graph', 'nobody'], 'there is no machine “nobody”'],
    [['graph', 'hard-line', '--format', 'png'], 'there is no format “png”'],
    [['lines', '--pack', 'bank'], 'there is no pack “bank”'],
    [['check', '--loudly'], 'Unknown option'],
  ])('%j is answered with exit code 2 and what to do', (args, message) => {
    const { status, stdout, stderr } = evenkeel(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr).toContain('Usage:')
  })
})
