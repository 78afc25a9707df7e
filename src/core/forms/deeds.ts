import type { CallEvent } from '../events.ts'
import type { CompiledPack, Move } from '../pack.ts'
import { type CallState, EDITS } from '../state.ts'
import type { Act, Signal } from '../vocabulary.ts'
import { OUTCOME_CHOICES } from './fact-choices.ts'
import { lastingPromises, promiseWords } from './promise-words.ts'

/** Something that a clerk would write down of a call. */
export interface Deed {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly who: 'us' | 'customer'
  readonly words: string
  /** What is done again counts where it was done first; how the customer took it where it was last. */
  readonly counts: 'first' | 'last'
}

/** The events of a log that still stand: without what was taken back. */
export function lasting(events: readonly CallEvent[]): readonly CallEvent[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'Undone' ? [event.undoes] : [])))
  return events.filter((event) => !undone.has(event.cause) || EDITS.has(event.type))
}

/** What was done in a call, in order: looked into, found, decided, offered, promised, and how the customer took it. */
export function deedsOf(pack: CompiledPack, events: readonly CallEvent[], state: CallState): readonly Deed[] {
  const standing = lasting(events)
  const movesOf = (event: CallEvent) => {
    const move = event.type === 'MoveMade' ? pack.moves[event.move] : undefined
    return move ? moveDeeds(move, event.at, state.refund) : []
  }
  /** What such a move opened, it tells itself. */
  const told = new Set(standing.flatMap((event) => (movesOf(event).length > 0 ? [event.cause] : [])))
  const deeds = standing.flatMap((event): readonly Deed[] => {
    const { at } = event
    const ours = (words: string, counts: Deed['counts'] = 'first'): Deed => ({ at, who: 'us', words, counts })
    switch (event.type) {
      case 'CallStarted':
        return [ours(event.channel === 'hall' ? '客户到厅，接待' : '接听客户来电')]
      case 'StepDone': {
        const words = stepWords(pack, state, event.step)
        return words ? [ours(words)] : []
      }
      case 'LineSaid':
        return event.acts.flatMap((act) => {
          const words = ACT_WORDS[act]
          return words ? [ours(words)] : []
        })
      case 'MoveMade':
        return movesOf(event)
      case 'Interrupted': {
        const title = pack.scenarios[event.scenario]?.title.zh
        return title && !told.has(event.cause) ? [ours(`遇${title}`)] : []
      }
      case 'PromiseMade': {
        const made = lastingPromises(pack, state).find(({ id }) => id === event.id)
        const words = made && promiseWords(pack, made)
        return words ? [ours(`承诺${words}`)] : []
      }
      case 'CallEnded':
        return [ours(`结束，${OUTCOME_CHOICES[event.outcome].zh}`, 'last')]
      default:
        return []
    }
  })
  return deeds.filter((deed, i) => {
    const same = (each: Deed) => each.who === deed.who && each.words === deed.words
    return deed.counts === 'first' ? deeds.findIndex(same) === i : deeds.findLastIndex(same) === i
  })
}

/** What lines do that belongs into an entry; that somebody was kind does not. */
const ACT_WORDS: Readonly<Partial<Record<Act, string>>> = {
  apology: '致歉',
  'explain-cause': '说明原因',
  'offer-options': '提出处理办法',
  'firm-position': '讲明我方立场',
  'confirm-agreement': '与客户核对约定',
}

function stepWords({ steps, tempers }: CompiledPack, { stepsDone }: CallState, id: string): string | undefined {
  // How to listen and speak is on the cards for tempers: nobody writes that down.
  const manner = [...tempers.upset.do, ...tempers.angry.do].includes(id)
  return manner || !stepsDone.includes(id) ? undefined : steps[id]?.title.zh
}

/** What we found or decided; with the sum where it settles one. Nothing for a move that means nothing by itself. */
export function ownMoveWords({ id, title, settles }: Move, refund: number | undefined): string | undefined {
  if (id.startsWith(TURNS_PAGE)) return undefined
  return settles && refund !== undefined ? `${title.zh}（退费${refund}元）` : title.zh
}

/** Moves of this name turn a page of the script and mean nothing by themselves. */
const TURNS_PAGE = 'agent.'

const ANGER: readonly Signal[] = ['anger-1', 'anger-2', 'anger-3']

function moveDeeds(move: Move, at: number, refund: number | undefined): readonly Deed[] {
  const { title, by, kind, signals } = move
  if (by === 'agent') {
    const words = ownMoveWords(move, refund)
    return words ? [{ at, who: 'us', words, counts: 'first' }] : []
  }
  const customer = (words: string, counts: Deed['counts'] = 'first'): Deed => ({ at, who: 'customer', words, counts })
  if (kind === 'softens') {
    if (signals.includes('accepts')) return [customer('客户接受', 'last')]
    return signals.includes('thanks') ? [customer('客户致谢', 'last')] : []
  }
  // What was asked for or contested is part of the matter; how hot it was said is not.
  const heat = signals.length > 0 && signals.every((signal) => ANGER.includes(signal))
  return kind === 'follows' || heat ? [] : [customer(`客户${title.zh}`)]
}
