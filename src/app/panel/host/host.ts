import type { Message, MessageRefusal } from '../../../transcript/contract.ts'
import { NOTHING_REFUSED, type Tally } from '../../../transcript/tally.ts'
import type { CallNews, Turn } from '../../../transcript/turn.ts'

/** What a source of messages tells; it begins when it is called, and its answer stops it. */
export type Source = (to: SourceListener) => () => void

export interface SourceListener {
  onMessage(message: Message): void
  onRefusal(refusal: MessageRefusal): void
  onConnected(connected: boolean): void
}

/** How the link to the telephone system stands. */
export interface HostState {
  /** Whether anything is there that could tell about calls. */
  readonly connected: boolean
  /** What is being said right now, as far as it is guessed. */
  readonly speaking?: Turn
  readonly refused: Tally
  /** Segments that never came. */
  readonly missing: number
}

/** All that is told about calls from outside this window. */
export interface Host {
  /** @returns how to unsubscribe */
  listen(listener: (news: CallNews) => void): () => void
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  state(): HostState
  close(): void
}

/** Before anything was told. */
export const QUIET: HostState = { connected: false, refused: NOTHING_REFUSED, missing: 0 }

/** For a window that nobody tells anything. */
export const NO_HOST: Host = {
  listen: () => () => undefined,
  subscribe: () => () => undefined,
  state: () => QUIET,
  close() {},
}
