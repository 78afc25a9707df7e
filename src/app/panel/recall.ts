import type { Callers, EarlierCall } from '../../core/earlier-call.ts'
import { BATCH_WITHIN } from '../../core/history.ts'
import { matterOf } from '../../core/matter.ts'
import { isVip } from '../../core/vip.ts'
import type { CallStore } from '../../store/store.ts'
import type { CallSummary } from '../../store/summary.ts'
import type { Session } from './session.ts'

/** How many earlier calls of a customer are recalled. */
const RECALLED = 10

export interface Recall {
  /** Asks again, after something was written to another call. */
  again(): Promise<void>
  close(): void
}

/**
 * Tells a call what other calls know of its customer and its matter: as soon as either is known, and again whenever it changes. Where the
 * store cannot be read the call goes on without.
 *
 * @param clock milliseconds since the epoch
 */
export function createRecall(session: Session, store: CallStore, clock: () => number): Recall {
  let asked = ''
  let closed = false

  async function ask(): Promise<void> {
    const { call } = session.snapshot()
    const { state, pack } = call
    const { ref } = state
    const matter = matterOf(pack, state)
    try {
      const [own, about] = await Promise.all([
        ref === undefined ? [] : store.calls({ by: 'ref', ref }),
        matter === undefined ? [] : store.calls({ by: 'matter', matter, from: clock() - BATCH_WITHIN }),
      ])
      const earlier = own
        .filter(({ id, startedAt }) => id !== state.id && startedAt <= state.startedAt)
        .toReversed()
        .slice(0, RECALLED)
        .map(earlierOf)
      const self = {
        id: state.id,
        ...(ref === undefined ? {} : { ref }),
        ...(state.profile.tier === undefined ? {} : { tier: state.profile.tier }),
      }
      const callers = callersOf(pack, [...about.filter(({ id }) => id !== state.id), self])
      if (closed || (earlier.length === 0 && callers.ordinary + callers.vip < 2 && !session.snapshot().call.state.history)) return
      session.dispatch({ type: 'Recall', earlier, callers })
    } catch {
      // The store says elsewhere that it cannot be read.
    }
  }

  function look(): void {
    const { state, pack } = session.snapshot().call
    if (state.ended) return
    const subject = JSON.stringify([state.ref, matterOf(pack, state), state.profile.tier])
    if (subject === asked) return
    asked = subject
    void ask()
  }

  const stop = session.subscribe(look)
  look()
  return {
    again: ask,
    close() {
      closed = true
      stop()
    },
  }
}

function earlierOf({ id, startedAt, matter, outcome, agent, promises = [] }: CallSummary): EarlierCall {
  return {
    call: id,
    at: startedAt,
    ...(matter === undefined ? {} : { matter }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(agent === undefined ? {} : { agent }),
    promises,
  }
}

/** Customers, each counted once; a call of which nobody knows whose it is counts as a customer of its own. */
function callersOf(pack: Parameters<typeof isVip>[0], calls: readonly Pick<CallSummary, 'id' | 'ref' | 'tier'>[]): Callers {
  const tiers = new Map(calls.map(({ id, ref, tier }) => [ref ?? id, tier]))
  const vip = [...tiers.values()].filter((tier) => isVip(pack, tier)).length
  return { vip, ordinary: tiers.size - vip }
}
