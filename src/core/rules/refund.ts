import type { CompiledPack, Role, Title } from '../pack.ts'
import { decide } from './decide.ts'
import type { Facts } from './decision-table.ts'

/** The table that says who may grant a single refund: of an `amount` in yuan it gives the `role`. (tel.fee.authority) */
export const REFUND_AUTHORITY = 'refund-authority'

/** More than this is no refund but a slip of the finger, in yuan. */
export const MOST_REFUNDED = 1_000_000

/** Who may grant a refund; nothing while the sum is not known, or in a pack that has no table for it. */
export function refundRole(pack: CompiledPack, yuan: number | undefined): Role | undefined {
  // A pack that was stored before there were tables has none.
  const table = (pack.rules as CompiledPack['rules'] | undefined)?.[REFUND_AUTHORITY]
  if (!table || yuan === undefined) return undefined
  const facts: Facts = { amount: yuan }
  const [found] = decide(table, facts)
  return pack.roles.find(({ id }) => id === found?.gives.role)
}

/** 300元归店面经理定. */
export function whoDecides(yuan: number, { title }: Role): Title {
  return { zh: `${yuan}元归${title.zh}定`, en: `${yuan} yuan: ${title.en} decides` }
}
