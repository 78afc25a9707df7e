import type { Command } from '../../core/events.ts'
import type { Answer } from '../../core/heard.ts'
import type { CallView } from '../../core/view.ts'
import { KEYS, type KeyAction, MOVE_KEYS, STEP_KEYS } from './keys.ts'

/** The strips that lie over the lower half of the panel, one at a time. */
export const STRIPS = [
  'scenarios',
  'emergency',
  'search',
  'hear',
  'profile',
  'note',
  'source',
  'concessions',
  'standing',
  'settings',
  'keymap',
  'end',
] as const
export type Strip = (typeof STRIPS)[number]

/** What a key comes to, on the panel as it stands. */
export type Intent =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'strip'; readonly strip: Strip }
  /** A promise of an earlier call is kept: that is written into that call's log. */
  | { readonly type: 'keep-earlier'; readonly call: string; readonly made: string }

/**
 * What a key means right now; `undefined` when it has nothing to act on. A move or a step that is closed is still sent: the
 * engine answers with the reason, and the agent sees it.
 */
export function intentOf(action: KeyAction, view: CallView): Intent | undefined {
  switch (action) {
    case 'say-shown':
    case 'say-reword':
    case 'say-shorten':
    case 'say-own':
      return view.muted ? undefined : asIntent(speaking(action, view))
    case 'step-1':
    case 'step-2':
    case 'step-3':
      return asIntent(stepping(view, STEP_KEYS.indexOf(action)))
    case 'move-1':
    case 'move-2':
    case 'move-3':
    case 'move-4':
    case 'move-5':
    case 'move-6':
    case 'move-7':
    case 'move-8':
    case 'move-9':
    case 'move-10': {
      const move = inOrder(view.moves)[MOVE_KEYS.indexOf(action)]
      return asIntent(move && { type: 'MakeMove', move: move.id })
    }
    case 'cooler':
      return asIntent({ type: 'ShiftTemper', direction: 'down' })
    case 'hotter':
      return asIntent({ type: 'ShiftTemper', direction: 'up' })
    case 'stage-back':
      return asIntent(toStage(view, -1))
    case 'stage-on':
      return asIntent(toStage(view, 1))
    case 'keep': {
      const [promise] = byPressure(view.promises)
      if (!promise || promise.status === 'kept') return undefined
      if (promise.call !== undefined) return { type: 'keep-earlier', call: promise.call, made: promise.id }
      return asIntent({ type: 'KeepPromise', promise: promise.promise, made: promise.id })
    }
    case 'mute':
      return asIntent({ type: view.muted ? 'Unmute' : 'Mute' })
    case 'undo':
      return asIntent({ type: 'Undo' })
    case 'accept':
    case 'dismiss':
    case 'later':
      return asIntent(answering(action, view))
    case 'scenarios':
    case 'emergency':
    case 'search':
    case 'hear':
    case 'profile':
    case 'note':
    case 'source':
    case 'concessions':
    case 'standing':
    case 'settings':
    case 'keymap':
    case 'end':
      return { type: 'strip', strip: action }
  }
}

/** Moves as they stand on the panel: what the customer does, then what we find and decide. */
export function inOrder(moves: CallView['moves']): CallView['moves'] {
  return [...moves.filter(({ move }) => move.by === 'customer'), ...moves.filter(({ move }) => move.by === 'agent')]
}

/** Promises as they press: those not yet kept by their due time, then the kept ones. */
export function byPressure(promises: CallView['promises']): CallView['promises'] {
  const kept = ({ status }: CallView['promises'][number]) => (status === 'kept' ? 1 : 0)
  return [...promises].sort((a, b) => kept(a) - kept(b) || a.due - b.due)
}

function asIntent(command: Command | undefined): Intent | undefined {
  return command && { type: 'command', command }
}

function speaking(action: 'say-shown' | 'say-reword' | 'say-shorten' | 'say-own', { card }: CallView): Command {
  const line = card.line.id
  const short = card.wordings.length - 1
  switch (action) {
    case 'say-shown':
      return { type: 'SayLine', line, wording: card.shown, via: 'card' }
    case 'say-own':
      return { type: 'SayLine', line, wording: 'own', via: 'card' }
    case 'say-reword':
      // From the short one, back to the first; the short one itself has a key of its own.
      return { type: 'PickWording', line, wording: card.shown === short ? 0 : (card.shown + 1) % short }
    case 'say-shorten':
      return { type: 'PickWording', line, wording: short }
  }
}

/** The answer to the question that stands on the panel; none that is covered can be answered unseen. */
function answering(answer: Answer, { listening }: CallView): Command | undefined {
  const asked = listening?.asked
  return asked && { type: 'AnswerSuggestion', suggestion: asked.id, answer }
}

function stepping({ steps }: CallView, index: number): Command | undefined {
  const step = steps[index]
  return step && { type: step.done ? 'ReopenStep' : 'DoStep', step: step.id }
}

/** The neighbouring stage of the blueprint. */
function toStage({ stages }: CallView, by: 1 | -1): Command | undefined {
  const next = stages[stages.findIndex(({ status }) => status === 'now') + by]
  return next && { type: 'GoToStage', stage: next.stage }
}

/** The key that would send a command on the panel as it stands, or that opens the strip it is sent from. */
export function actionFor(command: Command, view: CallView): KeyAction | undefined {
  const sent = JSON.stringify(command)
  const direct = ACTIONS.find((action) => {
    const intent = intentOf(action, view)
    return intent?.type === 'command' && JSON.stringify(intent.command) === sent
  })
  return direct ?? SENT_FROM[command.type]
}

const ACTIONS = Object.keys(KEYS) as KeyAction[]

const SENT_FROM: Readonly<Partial<Record<Command['type'], Strip>>> = {
  ChangeProfile: 'profile',
  ChangeChannel: 'profile',
  WriteNote: 'note',
  Hear: 'hear',
  StartScenario: 'scenarios',
  FrontMachine: 'scenarios',
  DropScenario: 'scenarios',
  RefuseConcession: 'concessions',
  MakePromise: 'standing',
  NoteCaseFact: 'standing',
  EndCall: 'end',
}
