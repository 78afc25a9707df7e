import type { Profile } from '../../../core/events.ts'
import type { Channel } from '../../../core/vocabulary.ts'
import type { CallNews } from '../../../transcript/turn.ts'
import type { CallListener } from '../call-listener.ts'
import type { Recall } from '../recall.ts'
import type { Session } from '../session.ts'

/** The call that is on the panel, and what hears it. */
export interface LiveCall {
  readonly session: Session
  readonly listener: CallListener
  /** What asks other calls about this one. */
  readonly recall: Recall
}

export interface CallDesk {
  /** Absent on the start page. */
  live(): LiveCall | undefined
  /** Puts a new call on the panel in the place of whatever is there. */
  begin(channel: Channel, profile: Profile, agent: string | undefined): void
  /** Tells a call whose it is, by a number that is not kept. */
  identify(session: Session, number: string): void
}

/**
 * Brings what a telephone system tells to the panel: a call that begins there begins here, or is joined to the one that the agent has begun by key; what
 * is said is heard; and when the line is closed the call knows it.
 */
export function followHost(desk: CallDesk): (news: CallNews) => void {
  /** The host's call that belongs to the session it was joined to. */
  let joined: { readonly call: string; readonly session: Session } | undefined

  function begin({ call, channel, profile, agent }: Extract<CallNews, { type: 'began' }>): void {
    const live = desk.live()
    if (live && isFree(live.session)) fillIn(live.session, profile)
    else desk.begin(channel, profile, agent)
    const session = desk.live()?.session
    if (session) joined = { call, session }
  }

  /** Whether a call on the panel still waits for its line. */
  function isFree(session: Session): boolean {
    const { ended, hungUp } = session.snapshot().call.state
    return !ended && !hungUp && joined?.session !== session
  }

  function listenerOf(call: string): CallListener | undefined {
    const live = desk.live()
    return joined?.call === call && live?.session === joined.session ? live.listener : undefined
  }

  return (news) => {
    switch (news.type) {
      case 'began':
        begin(news)
        break
      case 'profile-changed':
        if (joined?.call === news.call) fillIn(joined.session, news.profile)
        break
      case 'customer-known':
        if (joined?.call === news.call) desk.identify(joined.session, news.customer)
        break
      case 'said':
      case 'corrected': {
        const { id, who, text } = news.turn
        if (text.trim() !== '') void listenerOf(news.call)?.hear([{ id, who, text }])
        break
      }
      case 'ended':
        listenerOf(news.call)?.hangUp()
        break
      case 'speaking':
      case 'gap':
      case 'other-call':
        break
    }
  }
}

/** What the agent has written about the customer stands; the host fills in the rest. */
function fillIn(session: Session, profile: Profile): void {
  const { profile: known } = session.snapshot().call.state
  session.dispatch({ type: 'ChangeProfile', profile: { ...profile, ...known } })
}
