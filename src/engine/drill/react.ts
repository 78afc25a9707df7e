import { chance } from '../../core/chance.ts'
import { type Answer, type Intent, intentAfter, wordsFor } from '../../core/drill/answer.ts'
import { startingMood, weigh, weighSilence } from '../../core/drill/customer.ts'
import type { DrillLevel, DrillRules } from '../../core/drill/level.ts'
import type { Persona } from '../../core/drill/persona.ts'
import type { TraineeTurn } from '../../core/drill/trainee-turn.ts'
import { invariant } from '../../core/invariant.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { type Customer, newCustomer, stepCustomer } from './customer-machine.ts'

/** All that decides how a customer answers, beside what is said to them. */
export interface Cast {
  readonly pack: CompiledPack
  readonly rules: DrillRules
  readonly persona: Persona
  readonly level: DrillLevel
  /** A whole number; the same one gives the same customer. */
  readonly seed: number
}

/** A customer in the middle of a drill. */
export interface Played {
  readonly customer: Customer
  /** What they have said, in order. */
  readonly said: readonly string[]
  /** Composite drills: how many of the turns of events have come. */
  readonly turned: number
}

export interface Reacted extends Played {
  readonly answer: Answer
}

export function curtain({ persona, rules, level }: Cast): Played {
  return { customer: newCustomer(startingMood(persona, rules.levels[level], rules.heat)), said: [], turned: 0 }
}

/** Whether the customer has left, one way or the other. */
export function isOver({ customer: { phase } }: Played): boolean {
  return phase === 'parted' || phase === 'gone'
}

/**
 * What the customer makes of a turn, and says to it. Pure: the same cast, turns and open moves give the same answer.
 *
 * @param turn what the agent said; left out when nothing was said for too long
 * @param open moves that the machine in front answers to now
 */
export function react(cast: Cast, before: Played, turn: TraineeTurn | undefined, open: readonly string[]): Reacted {
  const { persona, rules, level } = cast
  const rule = rules.levels[level]
  const { phase, mood } = before.customer
  const dice = chance(cast.seed * 7919 + before.said.length * 104_729)
  const agreed = phase === 'agreed'
  const weighed =
    turn && weigh(persona, rule, rules.heat, mood, turn, { heard: phase === 'open' || agreed, agreed, everyday: rules.everyday })
  const event = weighed
    ? ({ type: 'SPOKEN', weighed } as const)
    : ({ type: 'QUIET', mood: weighSilence(persona, rule, rules.heat, mood) } as const)
  const stepped = stepCustomer(before.customer, event, { level: rule, heat: rules.heat })
  const due = persona.turns[before.turned]
  const asked = weighed?.tone === 'tells' || weighed?.tone === 'answers'
  const turns = phase !== 'waiting' && due !== undefined && stepped.mood.turns > due.after && stepped.phase !== 'gone' && !asked
  // What comes up in the middle of it all comes before anything is settled.
  const phaseAfter = turns && stepped.phase !== 'unheard' ? 'open' : stepped.phase
  const intent: Intent = turns ? { type: 'turn', index: before.turned } : intend()
  // What was asked for is known only if it was said: who is greeted, or hurt, answers to that.
  const told = intent.type === 'tell' || intent.type === 'answer' ? stepped.mood.told : mood.told
  const customer: Customer = { phase: phaseAfter, mood: { ...stepped.mood, told } }
  const used = new Set(before.said)
  const answer = wordsFor(persona, cast.pack, intent, { used, open, chance: dice })
  if (answer) return { customer, said: [...before.said, ...textsOf(answer, persona)], turned: before.turned + (turns ? 1 : 0), answer }
  // Out of words: nobody goes on for ever.
  const last = wordsFor(persona, cast.pack, { type: 'react', reaction: agreed ? 'farewell' : 'leaves' }, { used, open, chance: dice })
  invariant(last, `${persona.id} has used up every word`)
  return {
    customer: { ...customer, phase: agreed ? 'parted' : 'gone' },
    said: [...before.said, last.text],
    turned: before.turned,
    answer: last,
  }

  function intend(): Intent {
    switch (stepped.phase) {
      case 'gone':
        return { type: 'react', reaction: 'leaves' }
      case 'parted':
        return { type: 'react', reaction: 'farewell' }
      case 'agreed':
        if (weighed?.tone === 'tells') return { type: 'tell', facts: weighed.tells }
        if (weighed?.tone === 'answers') return { type: 'answer', questions: weighed.answers }
        // Whoever agrees only now says yes to all of it.
        return { type: 'agree', acts: agreed ? (turn?.acts ?? []) : ['confirm-agreement'] }
      case 'waiting':
      case 'unheard':
      case 'open':
        break
    }
    if (phase === 'waiting') return { type: 'react', reaction: 'opens' }
    if (!weighed) return { type: 'react', reaction: 'silence' }
    // All is there, and they object all the same.
    if (stepped.mood.doubted > mood.doubted) return { type: 'move', kinds: ['resists', 'escalates'], instead: 'pressed' }
    return intentAfter({ ...weighed, mood: stepped.mood }, dice())
  }
}

/** Told facts are remembered one by one, so that none is told in the same words again. */
function textsOf(answer: Answer, { facts }: Persona): readonly string[] {
  if (!answer.key.startsWith('fact:')) return [answer.text]
  const tells = facts.flatMap((fact) => fact.tells)
  return tells.filter((text) => answer.text.includes(text)).length > 0 ? tells.filter((text) => answer.text.includes(text)) : [answer.text]
}
