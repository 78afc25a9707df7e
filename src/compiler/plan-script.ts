import type { PlanScript, PlanTurn } from '../core/book/extras.ts'
import type { Profile } from '../core/events.ts'
import { fill, wordingsOf } from '../core/lines.ts'
import type { CompiledPack } from '../core/pack.ts'
import { profileOf, wordingOf } from './plan-runner.ts'
import type { AuthoredPlan, Turn } from './schema.ts'

/** A walk-through as people read it, with the words as they would be said in it. */
export function planScript(pack: CompiledPack, plan: AuthoredPlan): PlanScript {
  const profile = profileOf(plan)
  return {
    id: plan.id,
    ...(plan.scenario ? { scenario: plan.scenario } : {}),
    title: plan.title,
    goes: plan.goes,
    channel: plan.channel,
    turns: plan.turns.flatMap((turn) => turnsOf(pack, turn, profile)),
    outcome: plan.expect.outcome,
  }
}

function turnsOf(pack: CompiledPack, turn: Turn, profile: Profile): PlanTurn[] {
  const told: PlanTurn[] = []
  const { customer, move, start } = turn
  if (customer !== undefined)
    told.push({ who: 'customer', text: customer, ...(move === undefined ? {} : { move }), ...(start === undefined ? {} : { start }) })
  else if (move !== undefined) told.push({ who: 'finding', move })
  const line = turn.say === undefined ? undefined : pack.lines[turn.say]
  if (line) {
    const wordings = wordingsOf(line)
    const wording = wordingOf(turn.wording, wordings.length)
    // Words of the agent's own are nowhere written down; the first wording shows what they were to say.
    told.push({ who: 'agent', line: line.id, text: fill(pack, wordings[wording === 'own' ? 0 : wording] ?? '', { profile }) })
  }
  if (turn.do !== undefined) told.push({ who: 'step', step: turn.do })
  return told
}
