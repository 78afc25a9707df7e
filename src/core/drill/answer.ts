import { machineOf, movesOf } from '../machines.ts'
import type { CompiledPack, MoveKind } from '../pack.ts'
import { JOURNEY } from '../state.ts'
import type { Act } from '../vocabulary.ts'
import type { Weighed } from './customer.ts'
import { type EverydayQuestion, everydayAnswers, everydayKey } from './everyday.ts'
import type { DrillFact, Persona, Reaction } from './persona.ts'

/** What a simulated customer says. */
export interface Answer {
  readonly text: string
  /** How it answers the script. */
  readonly kind: MoveKind
  /** The move of the scenario that it is; absent where it is only how they react. */
  readonly move?: string
  /** What has come up with it, if that is not in front already. */
  readonly scenario?: string
  /** What it is for the customer: a reaction, a move, a fact told. */
  readonly key: string
}

/** What a customer wants to say, in the order of preference. */
export type Intent =
  | { readonly type: 'react'; readonly reaction: Reaction }
  /** A move of one of these kinds that is open now, else a reaction. */
  | { readonly type: 'move'; readonly kinds: readonly MoveKind[]; readonly instead: Reaction; readonly first?: readonly string[] }
  /** That it is fine so, whatever is open. */
  | { readonly type: 'agree'; readonly acts: readonly Act[] }
  | { readonly type: 'tell'; readonly facts: readonly DrillFact[] }
  | { readonly type: 'answer'; readonly questions: readonly EverydayQuestion[] }
  | { readonly type: 'turn'; readonly index: number }

/** How each reaction answers the script. */
const KIND_OF: Readonly<Record<Reaction, MoveKind>> = {
  opens: 'resists',
  'goes-on': 'follows',
  unheard: 'resists',
  hurt: 'escalates',
  bored: 'resists',
  'asked-again': 'resists',
  silence: 'resists',
  pressed: 'resists',
  calmed: 'softens',
  farewell: 'softens',
  leaves: 'escalates',
}

/** When what somebody wanted to say is used up, they say this. */
const NEXT_BEST: Readonly<Record<Reaction, readonly Reaction[]>> = {
  opens: [],
  'goes-on': ['pressed', 'calmed'],
  unheard: ['pressed', 'goes-on'],
  hurt: ['unheard', 'pressed'],
  bored: ['pressed', 'unheard'],
  'asked-again': ['pressed', 'unheard'],
  silence: ['pressed'],
  pressed: ['unheard', 'bored', 'goes-on'],
  calmed: ['goes-on', 'pressed'],
  farewell: ['calmed'],
  leaves: ['hurt', 'pressed'],
}

/** What the customer wants to say to how a turn came across, before and while nothing is agreed. */
export function intentAfter({ tone, mood, tells, answers, lacking }: Weighed, chance: number): Intent {
  const impatient = mood.patience <= 2 || mood.heat >= 75
  switch (tone) {
    case 'hurt':
      return chance < 0.6 ? react('hurt') : move(['escalates'], 'hurt')
    case 'tells':
      return { type: 'tell', facts: tells }
    case 'answers':
      return { type: 'answer', questions: answers }
    case 'asked-again':
    case 'unheard':
    case 'bored':
    case 'silence':
      return react(tone)
    case 'soothed':
      return chance < 0.45 ? move(['softens', 'follows'], 'calmed', ['customer.softens']) : react('calmed')
    case 'forward':
      return move(['softens', 'follows'], 'calmed')
    case 'listens':
      return react('goes-on')
    case 'stalled':
      // What they wait for shows in what they ask.
      return impatient
        ? move(['escalates', 'resists'], 'pressed')
        : chance < 0.6
          ? move(
              ['resists', 'follows'],
              'pressed',
              lacking.flatMap((act) => ASKS_FOR[act] ?? []),
            )
          : react('pressed')
  }
}

/** The moves by which a customer asks for what is missing. */
const ASKS_FOR: Readonly<Partial<Record<Act, readonly string[]>>> = {
  'explain-cause': ['customer.asks-why', 'customer.not-understood'],
  'firm-position': ['customer.asks-why', 'customer.repeats-threat'],
  'offer-options': ['customer.refuses', 'customer.wants-compensation'],
  'commit-deadline': ['customer.asks-deadline', 'customer.presses-time', 'customer.asks-guarantee'],
  verify: ['customer.disputes-finding', 'customer.repeats'],
  restate: ['customer.repeats'],
}

/** What is said to a settlement only: before that it would be a yes to nothing. */
const AGREES: readonly string[] = ['customer.accepts', 'customer.thanks']

/** What opens a matter is said near its beginning: within so many of the customer's own utterances. */
const BEGINS: readonly string[] = ['customer.states-problem']
const BEGINNING = 3

const OFFERS: readonly Act[] = ['offer-options', 'commit-deadline', 'confirm-agreement', 'firm-position']
const CLOSES: readonly Act[] = ['apology', 'care', 'improve', 'thanks']

/** What somebody says who has agreed, in the order in which it is used up: yes to an offer, something kind to a close, and to all else that one may go on. */
function agreeing(acts: readonly Act[]): readonly string[] {
  if (acts.some((act) => OFFERS.includes(act))) return ['customer.accepts', 'customer.thanks', 'customer.softens', 'calmed']
  if (acts.some((act) => CLOSES.includes(act))) return ['customer.thanks', 'customer.softens', 'calmed', 'customer.accepts']
  return ['calmed', 'customer.softens', 'customer.thanks', 'customer.accepts']
}

function react(reaction: Reaction): Intent {
  return { type: 'react', reaction }
}

function move(kinds: readonly MoveKind[], instead: Reaction, first?: readonly string[]): Intent {
  return { type: 'move', kinds, instead, ...(first ? { first } : {}) }
}

/**
 * Finds words for what a customer wants to say, none that they have used before; `undefined` when they have run out of words.
 *
 * @param open moves that the machine in front answers to now
 * @param chance even numbers from 0 to below 1, for this turn
 */
export function wordsFor(
  persona: Persona,
  pack: CompiledPack,
  intent: Intent,
  { used, open, chance }: { readonly used: ReadonlySet<string>; readonly open: readonly string[]; readonly chance: () => number },
): Answer | undefined {
  const pick = (utterances: readonly string[] | undefined): string | undefined => {
    const left = (utterances ?? []).filter((each) => !used.has(each))
    return left[Math.floor(chance() * left.length)]
  }
  const reacting = (reaction: Reaction): Answer | undefined => {
    for (const each of [reaction, ...NEXT_BEST[reaction]]) {
      const text = pick(persona.says[each])
      if (text !== undefined) return { text, kind: KIND_OF[each], key: each }
    }
    return undefined
  }
  switch (intent.type) {
    case 'react':
      return reacting(intent.reaction)
    case 'agree': {
      for (const id of agreeing(intent.acts)) {
        const text = pick(persona.says[id])
        if (text !== undefined) return { text, kind: 'softens', key: id, ...(open.includes(id) ? { move: id } : {}) }
      }
      return reacting('calmed')
    }
    case 'tell': {
      const texts = intent.facts.flatMap((fact) => pick(fact.tells) ?? [])
      const key = intent.facts.map(({ id }) => `fact:${id}`).join(' ')
      return texts.length > 0 ? { text: texts.join(''), kind: 'follows', key } : reacting('goes-on')
    }
    case 'answer': {
      const texts = intent.questions.flatMap((question) => pick(everydayAnswers(persona, question)) ?? [])
      const key = intent.questions.map(everydayKey).join(' ')
      return texts.length > 0 ? { text: texts.join(''), kind: 'follows', key } : reacting('goes-on')
    }
    case 'turn': {
      const turn = persona.turns[intent.index]
      const text = pick(turn?.says)
      return turn && text !== undefined
        ? { text, kind: 'escalates', scenario: turn.scenario, key: `turn:${turn.scenario}` }
        : reacting('pressed')
    }
    case 'move': {
      const kindOf = (id: string) => pack.moves[id]?.kind
      const sayable = Object.keys(persona.says).filter((id) => pack.moves[id] !== undefined)
      const beside = besideMatters(persona, pack)
      const late = used.size > BEGINNING
      const fits = (id: string) => !AGREES.includes(id) && !(late && BEGINS.includes(id)) && (open.includes(id) || beside.has(id))
      const fitting = intent.kinds.flatMap((kind) => sayable.filter((id) => kindOf(id) === kind && fits(id)))
      const preferred = (intent.first ?? []).filter((id) => fitting.includes(id))
      const [kind] = fitting.flatMap((id) => kindOf(id) ?? [])
      const same = fitting.filter((id) => kindOf(id) === kind)
      for (const candidates of [preferred, shuffled(same, chance), fitting])
        for (const id of candidates) {
          const text = pick(persona.says[id])
          const own = kindOf(id)
          if (text === undefined || !own) continue
          if (open.includes(id)) return { text, kind: own, move: id, key: id }
          const scenario = beside.get(id)
          return { text, kind: own, key: id, ...(scenario ? { scenario } : {}) }
        }
      return reacting(intent.instead)
    }
  }
}

/**
 * Moves that only the other matters of a call know, with the scenario each belongs to: customers speak of what else is on their mind whichever
 * matter the agent has in front.
 */
function besideMatters(persona: Persona, pack: CompiledPack): ReadonlyMap<string, string> {
  const movesIn = (key: string) => Object.values(machineOf(pack, key, persona.channel).states).flatMap(movesOf)
  const usual = new Set([...movesIn(persona.scenario), ...movesIn(JOURNEY)])
  return new Map(persona.also.flatMap((id) => movesIn(id).flatMap((move) => (usual.has(move) ? [] : [[move, id] as const]))))
}

function shuffled<T>(items: readonly T[], chance: () => number): readonly T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(Math.floor(chance() * rest.length), 1))
}
