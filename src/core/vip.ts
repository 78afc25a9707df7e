import type { CompiledPack } from './pack.ts'
import { decide } from './rules/decide.ts'
import { ORDER_URGENCY } from './standing.ts'

/** Whether customers of a tier are the club's: those whose orders are of the top urgency whatever they are about. (tel.order.urgency) */
export function isVip({ rules }: Pick<CompiledPack, 'rules'>, tier: string | undefined): boolean {
  // A pack that was stored before there were tables has none.
  const table = (rules as CompiledPack['rules'] | undefined)?.[ORDER_URGENCY]
  const input = table?.inputs.tier
  if (!table || tier === undefined || input?.type !== 'choice' || !Object.hasOwn(input.choices, tier)) return false
  return decide(table, { tier, urgent: false })[0]?.gives.urgency === 'top'
}
