import { type AnyMachineSnapshot, assign, initialTransition, setup, transition } from 'xstate'
import { isClosed, type Mood, type Weighed } from '../../core/drill/customer.ts'
import type { HeatRules, LevelRule } from '../../core/drill/level.ts'

/** Where somebody in a drill stands with us. */
export const PHASES = ['waiting', 'unheard', 'open', 'agreed', 'parted', 'gone'] as const
export type Phase = (typeof PHASES)[number]

/** A simulated customer at one moment. */
export interface Customer {
  readonly phase: Phase
  readonly mood: Mood
}

interface Context {
  readonly mood: Mood
  readonly level: LevelRule
  readonly heat: HeatRules
}

type CustomerEvent = { readonly type: 'SPOKEN'; readonly weighed: Weighed } | { readonly type: 'QUIET'; readonly mood: Mood }

const MOST_HEAT = 100

/**
 * The statechart of a simulated customer: nobody has taken in what happened (*unheard*), somebody has (*open*), they have *agreed*, and they
 * part on good terms or are *gone*. What a turn of the agent does to them is weighed before (`weigh`); the guards here say where that leads.
 */
const customerMachine = setup({
  types: { context: {} as Context, events: {} as CustomerEvent },
  guards: {
    givesUp: ({ event }) => moodOf(event).patience <= 0 || moodOf(event).heat >= MOST_HEAT,
    takenIn: ({ event }) => event.type === 'SPOKEN' && event.weighed.acknowledges,
    agrees: ({ context, event }) =>
      event.type === 'SPOKEN' &&
      event.weighed.content &&
      event.weighed.mood.heat < context.heat.agreesBelow &&
      context.mood.doubted >= context.level.doubts,
    doubts: ({ context, event }) =>
      event.type === 'SPOKEN' &&
      event.weighed.content &&
      event.weighed.mood.heat < context.heat.agreesBelow &&
      // Who is asked for something answers that first.
      event.weighed.tone !== 'tells' &&
      event.weighed.tone !== 'answers' &&
      context.mood.doubted < context.level.doubts,
    hurt: ({ event }) => event.type === 'SPOKEN' && event.weighed.tone === 'hurt',
    closed: ({ event }) => isClosed(moodOf(event)) || (event.type === 'SPOKEN' && event.weighed.parting),
    waitedLong: ({ context, event }) => moodOf(event).sinceAgreed > context.heat.closeWithin,
  },
  actions: {
    take: assign({ mood: ({ event }) => moodOf(event) }),
    doubt: assign({ mood: ({ event }) => ({ ...moodOf(event), doubted: moodOf(event).doubted + 1 }) }),
    takeBack: assign({ mood: ({ event }) => ({ ...moodOf(event), closing: [], sinceAgreed: 0 }) }),
  },
}).createMachine({
  id: 'customer',
  context: ({ input }: { input: unknown }) => input as Context,
  initial: 'waiting',
  states: {
    waiting: { on: { SPOKEN: { target: 'unheard', actions: 'take' }, QUIET: { target: 'unheard', actions: 'take' } } },
    unheard: {
      on: {
        SPOKEN: [
          { guard: 'givesUp', target: 'gone', actions: 'take' },
          { guard: 'takenIn', target: 'open', actions: 'take' },
          { actions: 'take' },
        ],
        QUIET: [{ guard: 'givesUp', target: 'gone', actions: 'take' }, { actions: 'take' }],
      },
    },
    open: {
      on: {
        SPOKEN: [
          { guard: 'givesUp', target: 'gone', actions: 'take' },
          { guard: 'doubts', actions: 'doubt' },
          { guard: 'agrees', target: 'agreed', actions: 'take' },
          { actions: 'take' },
        ],
        QUIET: [{ guard: 'givesUp', target: 'gone', actions: 'take' }, { actions: 'take' }],
      },
    },
    agreed: {
      on: {
        SPOKEN: [
          { guard: 'givesUp', target: 'gone', actions: 'take' },
          // Whoever is blamed at the end takes back what was agreed.
          { guard: 'hurt', target: 'open', actions: 'takeBack' },
          { guard: 'closed', target: 'parted', actions: 'take' },
          { guard: 'waitedLong', target: 'parted', actions: 'take' },
          { actions: 'take' },
        ],
        QUIET: [{ guard: 'givesUp', target: 'parted', actions: 'take' }, { actions: 'take' }],
      },
    },
    parted: { type: 'final' },
    gone: { type: 'final' },
  },
})

function moodOf(event: CustomerEvent): Mood {
  return event.type === 'SPOKEN' ? event.weighed.mood : event.mood
}

/** Somebody who has not said anything yet. */
export function newCustomer(mood: Mood): Customer {
  return { phase: 'waiting', mood }
}

/** Where a turn leads a customer. Pure. */
export function stepCustomer(
  customer: Customer,
  event: CustomerEvent,
  rules: { readonly level: LevelRule; readonly heat: HeatRules },
): Customer {
  const [place] = initialTransition(customerMachine, rules)
  const at = customerMachine.resolveState({ value: customer.phase, context: { mood: customer.mood, ...rules } })
  const [next] = transition(customerMachine, { ...place, ...at } as typeof at, event)
  return { phase: phaseOf(next), mood: next.context.mood }
}

function phaseOf({ value }: Pick<AnyMachineSnapshot, 'value'>): Phase {
  const phase = PHASES.find((each) => each === value)
  return phase ?? 'open'
}
