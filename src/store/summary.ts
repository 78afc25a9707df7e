import { address } from '../core/lines.ts'
import type { MadePromise } from '../core/made-promise.ts'
import { matterOf } from '../core/matter.ts'
import type { CompiledPack } from '../core/pack.ts'
import { standingOf } from '../core/standing.ts'
import { type CallState, JOURNEY } from '../core/state.ts'
import type { Channel, EndReason, Outcome } from '../core/vocabulary.ts'

/** What lists of calls show, and what other calls can know of this one; a cache of the log, written together with it. */
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
  /** Stands for the customer in this browser. */
  readonly ref?: string
  readonly tier?: string
  readonly agent?: string
  /** See `matterOf`. */
  readonly matter?: string
  readonly scenarios?: readonly string[]
  /** Ids of the table `classification`, where any of them is urgent. */
  readonly classes?: readonly string[]
  readonly outcome?: Outcome
  readonly reason?: EndReason
  /** When it ended; what is written about it comes later. */
  readonly endedAt?: number
  /** What would go back, in yuan, with the equal part that may be added. */
  readonly refund?: number
  /** Roles whose authority came into the call. */
  readonly granted?: readonly string[]
  readonly promises?: readonly MadePromise[]
  /** When the first of its promises is due that are still open; milliseconds since the epoch. */
  readonly owed?: number
}

/** @param lastAt when the last event of the call happened */
export function summarise(pack: CompiledPack, state: CallState, lastAt: number): CallSummary {
  const { ref, agent, profile, promises, ended, refund, rolesGranted } = state
  const addressed = address(pack, profile)
  const matter = matterOf(pack, state)
  const standing = standingOf(pack, state)
  const scenarios = [...state.order.filter((id) => id !== JOURNEY), ...state.settled.map(({ scenario }) => scenario)]
  const owed = promises.filter(({ keptAt }) => keptAt === undefined).map(({ due }) => due)
  return {
    id: state.id,
    channel: state.channel,
    startedAt: state.startedAt,
    lastAt,
    status: ended ? 'ended' : 'open',
    ...(addressed ? { address: addressed } : {}),
    ...(ref ? { ref } : {}),
    ...(profile.tier ? { tier: profile.tier } : {}),
    ...(agent ? { agent } : {}),
    ...(matter ? { matter } : {}),
    ...(scenarios.length > 0 ? { scenarios } : {}),
    ...(standing?.urgent ? { classes: standing.classes.map(({ id }) => id) } : {}),
    ...(ended ? { outcome: ended.outcome, endedAt: ended.at } : {}),
    ...(ended?.reason ? { reason: ended.reason } : {}),
    ...(refund === undefined ? {} : { refund }),
    ...(rolesGranted.length > 0 ? { granted: rolesGranted } : {}),
    ...(promises.length > 0 ? { promises } : {}),
    ...(owed.length > 0 ? { owed: Math.min(...owed) } : {}),
  }
}
