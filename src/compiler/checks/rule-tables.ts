import type { DecisionTable, Facts } from '../../core/rules/decision-table.ts'
import { REFUND_AUTHORITY } from '../../core/rules/refund.ts'
import { analyse, type TableFault } from '../rules/analyse.ts'
import type { Check } from './check.ts'

export const ruleTables: Check = {
  id: 'rule-table',
  description: 'A table of rules has an answer for all that it may be asked, exactly one where it says so, and no row in vain.',
  run: ({ pack, authored, packFile }) => [
    ...authored.rules.flatMap(({ value: { id }, file }) => {
      const table = pack.rules[id]
      const faults = (table ? analyse(table) : []).map(explained)
      return [...faults, ...(table ? unasked(table) : [])].map(({ path, message, tip }) => file.report(path, 'rule-table', message, tip))
    }),
    ...Object.entries(packFile.value.promises)
      .filter(([, { refunds }]) => refunds && !pack.rules[REFUND_AUTHORITY])
      .map(([id]) =>
        packFile.file.report(
          ['promises', id, 'refunds'],
          'rule-table',
          `nobody is named who may grant the sum that “${id}” promises`,
          `Write rules/${REFUND_AUTHORITY}.yaml: of an amount in yuan it gives the role.`,
        ),
      ),
  ],
}

interface Explained {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly tip: string
}

/** What is wrong with a table that the program itself asks. */
function unasked({ id, inputs, outputs, hit }: DecisionTable): Explained[] {
  if (id !== REFUND_AUTHORITY) return []
  const { amount, ...others } = inputs
  const asked = amount?.type === 'number' && amount.unit === 'yuan' && Object.keys(others).length === 0
  const sound = asked && outputs.role?.type === 'choice' && hit === 'unique'
  return sound
    ? []
    : [
        {
          path: ['inputs'],
          message: 'the panel asks it otherwise',
          tip: 'It is asked for an amount in yuan alone, and gives one role: hit unique.',
        },
      ]
}

function explained(fault: TableFault): Explained {
  switch (fault.type) {
    case 'gap':
      return {
        path: ['rows'],
        message: `no row answers ${told(fault.facts)}`,
        tip: 'Add a row, widen one, or say what holds “otherwise”.',
      }
    case 'overlap': {
      const [first, second] = fault.rows
      return {
        path: ['rows', second],
        message: `rows ${first + 1} and ${second + 1} both answer ${told(fault.facts)}`,
        tip: 'In a table with hit “unique” one row answers: narrow one of them, or choose “first”, “collect” or “minimum”.',
      }
    }
    case 'unreachable':
      return {
        path: ['rows', fault.row],
        message: `row ${fault.row + 1} never answers`,
        tip: 'Earlier rows always do, or nothing can make it hold: take it out, or put it first.',
      }
    case 'too-wide':
      return {
        path: ['inputs'],
        message: `its inputs can meet in ${fault.cases.toLocaleString('en')} ways, too many to prove`,
        tip: 'Make two tables of it.',
      }
  }
}

/** `amount = 100.5, tier = gold`; what is not known is told too. */
function told(facts: Facts): string {
  const known = Object.entries(facts).map(([id, fact]) => `${id} = ${fact ?? 'none'}`)
  return known.length > 0 ? known.join(', ') : 'anything'
}
