import { expect, test } from 'vitest'
import type { Findings } from '../../../src/core/heard.ts'
import { beginDrill, perform } from '../../../src/engine/drill/drill-call.ts'
import { turningPoints } from '../../../src/engine/drill/turning-points.ts'
import { LIN, RULES } from '../../core/drill/persona.ts'
import { found, packOf } from '../support.ts'

const cast = { pack: packOf('telecom'), rules: RULES, persona: LIN, level: 'standard', seed: 1 } as const
const NOTHING: Findings = { scenarios: [], signals: [], moves: [], acts: [], violations: [] }

/** A drill in which the agent says these things; what is said is what was heard. */
function played(...turns: readonly (readonly [string, Partial<Findings>])[]) {
  let ids = 0
  const env = () => ({ now: ids * 1000, newId: () => `id-${ids++}` })
  let drill = beginDrill(cast, 'call', env())
  for (const [text, findings] of turns)
    drill = perform(drill, { type: 'Hear', turn: text, who: 'agent', text, findings: { ...NOTHING, ...findings } }, env(), () => NOTHING)
  return drill.call.events
}

test('[V9] a drill was won where most heat was taken off, and lost where most was added', () => {
  const events = played(
    ['您好', {}],
    ['您自己点的', { violations: [found('you-blame', 0.9)] }],
    ['多扣三十，让您受累了，对不起', { acts: [found('apology'), found('empathy'), found('restate')] }],
    ['我理解', { acts: [found('empathy')] }],
  )
  const said = (id?: string) => events.flatMap((event) => (event.type === 'Heard' && event.id === id ? [event.text] : []))
  const { won, lost } = turningPoints(cast, events)
  expect(said(lost?.turn)).toEqual(['您自己点的'])
  expect(said(won?.turn)).toEqual(['多扣三十，让您受累了，对不起'])
  expect(lost?.after).toBeGreaterThan(lost?.before ?? 100)
  expect(events.find(({ id }) => id === won?.answer)).toMatchObject({ type: 'Heard', who: 'customer' })
})

test('[V9] where little moved nothing turned', () => {
  expect(turningPoints(cast, played(['您好', {}], ['嗯', {}]))).toEqual({})
})
