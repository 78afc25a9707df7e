import { address } from '../core/lines.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { CallState } from '../core/state.ts'
import type { Channel } from '../core/vocabulary.ts'

/** What a list of calls shows; a cache of the log, written together with it. */
export interface CallSummary {
  readonly id: string
  readonly channel: Channel
  /** Milliseconds since the epoch, like `lastAt`. */
  readonly startedAt: number
  readonly lastAt: number
  /** `damaged`: its log could not be read to the end, and it is not gone on with under this id. */
  readonly status: 'open' | 'ended' | 'damaged'
  /** 王女士, when surname and title are known. */
  readonly address?: string
}

/** @param lastAt when the last event of the call happened */
export function summarise(pack: CompiledPack, state: CallState, lastAt: number): CallSummary {
  const addressed = address(pack, state.profile)
  return {
    id: state.id,
    channel: state.channel,
    startedAt: state.startedAt,
    lastAt,
    status: state.ended ? 'ended' : 'open',
    ...(addressed ? { address: addressed } : {}),
  }
}
