import { type AnyStateMachine, and, setup, stateIn } from 'xstate'
import { endingOf } from '../core/ending.ts'
import { stageGate } from '../core/gates.ts'
import { entryOfStage, holds, machineOf, stateOf } from '../core/machines.ts'
import type { CompiledPack } from '../core/pack.ts'
import { type CallState, JOURNEY } from '../core/state.ts'
import { pushed, TEMPER_PUSHES } from '../core/temper.ts'
import { type Channel, DANGERS, type Danger, type EndReason, type Stage, TEMPERS } from '../core/vocabulary.ts'
import { transitionsOf } from './scenario-machine.ts'

/** The call that the machine is restored for; its guards ask the gates of `core`. */
interface Context {
  readonly call: CallState
}

type CallMachineEvent = { readonly type: string; readonly reason?: EndReason }

/**
 * The machine of a call: three parallel regions.
 *
 * - *journey* walks the channel's blueprint. While there is a danger it stands still, so that coming back to the very
 *   step needs no memory.
 * - *temper* rises on what the customer does and falls on evidence.
 * - *danger* is none or one of the five classes; a more urgent one pre-empts, and standing down falls back to the most
 *   urgent that is left.
 */
export function callMachine(pack: CompiledPack, channel: Channel): AnyStateMachine {
  const journey = machineOf(pack, JOURNEY, channel)
  const final = Object.values(journey.states).find((state) => state.final)?.id
  return setup({
    types: { context: {} as Context, events: {} as CallMachineEvent },
    guards: {
      seen: ({ context }, when: { readonly seen: string; readonly times: number }) =>
        holds({ when }, context.call.machines[JOURNEY]?.seen ?? {}),
      undisturbed: stateIn({ danger: 'none' }),
      stageOpen: ({ context }, { stage }: { readonly stage: Stage }) => !stageGate(pack, context.call, stage),
      closable: ({ context, event }) => endingOf(pack, context.call).ready || event.reason !== undefined,
      mostUrgentLeft: ({ context }, { danger }: { readonly danger: Danger | 'none' }) =>
        (context.call.dangers.at(-2)?.danger ?? 'none') === danger,
    },
    actions: {
      entered: (_, _params: { readonly state: string }) => {},
      open: (_, _params: { readonly scenario: string }) => {},
    },
  }).createMachine({
    id: `call:${channel}`,
    context: ({ input }: { input: unknown }) => input as Context,
    type: 'parallel',
    states: {
      journey: {
        initial: journey.entry,
        on: {
          ...Object.fromEntries(
            pack.blueprint[channel].map((stage) => [
              `stage.${stage}`,
              {
                target: `.${entryOfStage(pack, channel, stage).id}`,
                reenter: true,
                guard: and(['undisturbed', { type: 'stageOpen', params: { stage } }]),
              },
            ]),
          ),
          // Where a scenario that is over sends the journey.
          ...Object.fromEntries(
            (Object.keys(pack.stages) as Stage[]).map((stage) => [
              `then.${stage}`,
              { target: `.${entryOfStage(pack, channel, stage).id}`, reenter: true },
            ]),
          ),
          end: { target: `.${final}`, guard: 'closable' },
        },
        states: Object.fromEntries(
          Object.values(journey.states).map((state) => [
            state.id,
            {
              entry: { type: 'entered' as const, params: { state: state.id } },
              // The last step of a journey never ends the call by itself: `end` does, and asks for the caring close.
              on: guarded(transitionsOf(state, ({ to }) => !to || !stateOf(journey, to).final)),
            },
          ]),
        ),
      },
      temper: {
        initial: 'calm',
        states: Object.fromEntries(
          TEMPERS.map((temper) => [
            temper,
            {
              on: Object.fromEntries(
                TEMPER_PUSHES.map((push) => [`temper.${push}`, pushed(temper, push)] as const)
                  .filter(([, target]) => target !== temper)
                  .map(([event, target]) => [event, { target }]),
              ),
            },
          ]),
        ),
      },
      danger: {
        initial: 'none',
        states: {
          none: { on: Object.fromEntries(DANGERS.map((danger) => [`raise.${danger}`, { target: danger }])) },
          ...Object.fromEntries(
            DANGERS.map((danger, urgency) => [
              danger,
              {
                on: {
                  // What is less urgent waits beneath: it is on the call's list of dangers, not here.
                  ...Object.fromEntries(DANGERS.slice(0, urgency).map((worse) => [`raise.${worse}`, { target: worse }])),
                  'stand-down': [
                    ...DANGERS.map((left) => ({ target: left, guard: { type: 'mostUrgentLeft' as const, params: { danger: left } } })),
                    { target: 'none' },
                  ],
                },
              },
            ]),
          ),
        },
      },
    },
  })
}

type Branches = ReturnType<typeof transitionsOf>

/** The journey's own transitions, closed while there is a danger. */
function guarded(transitions: Branches) {
  return Object.fromEntries(
    Object.entries(transitions).map(([event, branches]) => [
      event,
      branches.map((each) => ({ ...each, guard: each.guard ? and(['undisturbed', each.guard]) : ('undisturbed' as const) })),
    ]),
  )
}
