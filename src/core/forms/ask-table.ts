import type { CompiledPack } from '../pack.ts'
import { decide } from '../rules/decide.ts'
import type { Fact, Facts, Outputs, RuleInput } from '../rules/decision-table.ts'

/**
 * What a table of the pack answers, or nothing where there is no such table, where what it asks for is not known, or where no row holds.
 * A form is filled with what is known and never stops for what is not.
 */
export function askTable(pack: CompiledPack, id: string, facts: Facts): Outputs | undefined {
  // A pack that was stored before there were tables has none.
  const table = (pack.rules as CompiledPack['rules'] | undefined)?.[id]
  if (!table) return undefined
  const asked: Record<string, Fact> = {}
  for (const [name, input] of Object.entries(table.inputs)) {
    const fact = fitting(input, facts[name])
    if (fact === undefined && (input.type === 'flag' || !input.optional)) return undefined
    asked[name] = fact
  }
  return decide(table, asked)[0]?.gives
}

/** A fact as far as the input can take it: what was noted under another edition may be named otherwise in this one. */
function fitting(input: RuleInput, fact: Fact): Fact {
  switch (input.type) {
    case 'flag':
      return typeof fact === 'boolean' ? fact : undefined
    case 'number':
      return typeof fact === 'number' && fact >= 0 && Number.isFinite(fact) ? fact : undefined
    case 'choice':
      return typeof fact === 'string' && Object.hasOwn(input.choices, fact) ? fact : undefined
  }
}
