import { v7 } from 'uuid'
import type { CustomerRefs } from '../../store/customer-refs.ts'
import { openLeftovers } from '../../store/leftovers.ts'
import { openLogChannel } from '../../store/log-channel.ts'
import { openCallStore } from '../../store/open-store.ts'
import { acquireWriter } from '../../store/writer-lock.ts'
import type { SessionHome } from './session.ts'

/** What sessions need, from the browser that this page runs in. */
export async function openBrowserHome(): Promise<SessionHome> {
  return {
    ...(await openCallStore()),
    acquireWriter,
    openLogChannel,
    leftovers: openLeftovers(),
    refs: { refOf: async (number) => (await customerRefs()).refOf(number) },
    clock: Date.now,
    newId: () => v7(),
  }
}

let refs: Promise<CustomerRefs> | undefined

/** Fetched with the first number that is asked for. */
function customerRefs(): Promise<CustomerRefs> {
  refs ??= import('../../store/customer-refs.ts').then(({ openCustomerRefs }) => openCustomerRefs())
  refs.catch(() => {
    refs = undefined
  })
  return refs
}
