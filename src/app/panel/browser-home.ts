import { v7 } from 'uuid'
import { openLeftovers } from '../../store/leftovers.ts'
import { openLogChannel } from '../../store/log-channel.ts'
import { openCallStore } from '../../store/open-store.ts'
import { acquireWriter } from '../../store/writer-lock.ts'
import type { SessionHome } from './session.ts'

/** What sessions need, from the browser that this page runs in. */
export async function openBrowserHome(): Promise<SessionHome> {
  return { ...(await openCallStore()), acquireWriter, openLogChannel, leftovers: openLeftovers(), clock: Date.now, newId: () => v7() }
}
