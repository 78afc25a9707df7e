import type { CompiledPack, Title } from './pack.ts'
import type { CallState } from './state.ts'

/** The table that sorts complaints into columns: the scenarios that it names are matters. (tel.order.type) */
export const ORDER_COLUMN = 'order-column'

/** What marks a matter that is words of the agent's and no scenario. */
const IN_WORDS = '~'

/**
 * What a call is about, the same for the same matter: the scenario that names it, else what the agent has noted. Absent while nothing
 * of it is known.
 */
export function matterOf(pack: CompiledPack, { order, settled, profile }: CallState): string | undefined {
  const seen = [...order, ...settled.map(({ scenario }) => scenario)]
  const found = seen.findLast((id) => isMatter(pack, id))
  const words = profile.matter
    ?.normalize('NFKC')
    .replace(/\s|的?(?:事情|事|问题)$/gu, '')
    .toLowerCase()
  return found ?? (words ? IN_WORDS + words : undefined)
}

/** How a matter is called. */
export function matterTitle(pack: CompiledPack, matter: string): Title {
  if (matter.startsWith(IN_WORDS)) return { zh: matter.slice(IN_WORDS.length), en: matter.slice(IN_WORDS.length) }
  return pack.scenarios[matter]?.title ?? { zh: matter, en: matter }
}

/** Whether a scenario is what a complaint is about, rather than how somebody complains. */
function isMatter({ scenarios, rules }: CompiledPack, id: string): boolean {
  if (scenarios[id]?.group === 'service') return true
  // A pack that was stored before there were tables has none.
  const table = (rules as CompiledPack['rules'] | undefined)?.[ORDER_COLUMN]
  return (
    table?.rows.some(({ when }) => Object.values(when).some((tests) => tests.some((test) => test.type === 'is' && test.value === id))) ??
    false
  )
}
