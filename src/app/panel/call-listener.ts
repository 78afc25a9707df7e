import type { Command } from '../../core/events.ts'
import type { Speaker } from '../../core/heard.ts'
import { frontState, movesOf } from '../../core/machines.ts'
import type { Ear, EarTrouble, OpenedEar } from '../hearing/ear.ts'
import type { Session } from './session.ts'

/** What somebody said in a call, named so that it can be corrected. */
export interface SpokenTurn {
  readonly id: string
  readonly who: Speaker
  readonly text: string
}

/** Takes in what is said in one call, in the order in which it comes. */
export interface CallListener {
  /** Resolves once all of it has been heard, or cannot be. */
  hear(turns: readonly SpokenTurn[]): Promise<void>
  /** The other side has closed the line. */
  hangUp(): void
  /** Why nothing is heard; absent while all is well. */
  trouble(): EarTrouble | undefined
  /** @returns how to unsubscribe */
  subscribe(listener: () => void): () => void
  close(): void
}

/**
 * Listens to a call: the recogniser is opened with the first words, each turn is asked about the moves that are open when its time comes, and the
 * answer goes to the session.
 */
export function createCallListener(session: Session, openEar: () => Promise<OpenedEar>): CallListener {
  const listeners = new Set<() => void>()
  let opening: Promise<Ear | undefined> | undefined
  let trouble: EarTrouble | undefined
  let closed = false
  let line = Promise.resolve()

  function report(found: EarTrouble | undefined): void {
    if (found === trouble) return
    trouble = found
    for (const listener of listeners) listener()
  }

  function open(): Promise<Ear | undefined> {
    opening ??= openEar().then((opened) => {
      report(opened.ok ? undefined : opened.trouble)
      if (opened.ok) return opened.ear
      // The next words try again.
      opening = undefined
      return undefined
    })
    return opening
  }

  async function hearOne(turn: SpokenTurn): Promise<void> {
    const ear = await open()
    if (!ear || closed) return
    const { state, pack } = session.snapshot().call
    const among = movesOf(frontState(pack, state)).filter((move) => pack.moves[move]?.by === 'customer')
    const listened = await ear.hear({ ...turn, among })
    if (listened.ok) session.dispatch(asCommand(listened.turn))
    report(listened.ok ? undefined : listened.trouble)
    if (!listened.ok) opening = undefined
  }

  return {
    hear(turns) {
      for (const turn of turns) line = line.then(() => hearOne(turn))
      return line
    },
    hangUp: () => {
      line = line.then(() => void session.dispatch({ type: 'HangUp' }))
    },
    trouble: () => trouble,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      listeners.clear()
      void opening?.then((ear) => ear?.close())
    },
  }
}

function asCommand({ id, who, text, heard }: Extract<Awaited<ReturnType<Ear['hear']>>, { ok: true }>['turn']): Command {
  const { scenarios, signals, moves, acts, violations, offer, commitments } = heard
  const offered = { ...(offer ? { offer } : {}), ...(commitments ? { commitments } : {}) }
  return { type: 'Hear', turn: id, who, text, findings: { scenarios, signals, moves, acts, violations, ...offered } }
}

/** For a call that nobody speaks in, such as the demo. */
export const NOBODY_LISTENS: CallListener = {
  hear: async () => {},
  hangUp() {},
  trouble: () => undefined,
  subscribe: () => () => {},
  close() {},
}
