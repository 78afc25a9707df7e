import { ORDER_COLUMN } from '../matter.ts'
import type { Choice, CompiledPack } from '../pack.ts'
import type { Choices } from '../rules/decision-table.ts'
import { ORDER_URGENCY } from '../standing.ts'
import type { Channel, Outcome } from '../vocabulary.ts'
import type { FormFact } from './form-facts.ts'

/** The tables that a work order is filled in by. (tel.order.type, tel.order.routing, tel.process.major) */
export const ORDER_TYPE = 'order-type'
export const ORDER_HANDLING = 'order-handling'
export const REPORTING = 'reporting'

const CHANNEL_CHOICES: Readonly<Record<Channel, Choices[string]>> = {
  phone: { zh: '电话', en: 'Telephone' },
  hall: { zh: '当面', en: 'In person' },
}

export const OUTCOME_CHOICES: Readonly<Record<Outcome, Choices[string]>> = {
  settled: { zh: '当场办结', en: 'Settled at once' },
  'follow-up': { zh: '约定跟进', en: 'To be followed up' },
  escalated: { zh: '升级处理', en: 'Escalated' },
  police: { zh: '转公安处理', en: 'With the police' },
  abandoned: { zh: '中途结束', en: 'Broken off' },
}

const SATISFACTION_CHOICES = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  fair: { zh: '基本满意', en: 'Fairly satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  unsaid: { zh: '没有表态', en: 'Did not say' },
} as const
export type Satisfaction = keyof typeof SATISFACTION_CHOICES

/** Who has the matter next, as far as the manual tells them apart. (tel.process.normal, tel.order.routing) */
const NEXT_OWNER_CHOICES = {
  manager: { zh: '店面经理、班组长', en: 'Shop manager or team lead' },
  support: { zh: '支撑部门', en: 'Support department' },
  office: { zh: '职能部门', en: 'Department in charge' },
  outside: { zh: '公司以外的单位', en: 'Somebody outside the company' },
  nobody: { zh: '不用再跟进', en: 'Nobody: nothing is left to do' },
} as const
export type NextOwner = keyof typeof NEXT_OWNER_CHOICES

/** What a fact may be, by the id that it holds; nothing for a fact that is words. */
export function factChoices(pack: Pick<CompiledPack, 'rules' | 'profile'>, fact: FormFact): Choices | undefined {
  switch (fact) {
    case 'channel':
      return CHANNEL_CHOICES
    case 'outcome':
      return OUTCOME_CHOICES
    case 'satisfaction':
      return SATISFACTION_CHOICES
    case 'next-owner':
      return NEXT_OWNER_CHOICES
    case 'tier':
      return byId(pack.profile.tiers)
    case 'brand':
      return byId(pack.profile.brands)
    case 'urgency':
      return answersOf(pack, ORDER_URGENCY, 'urgency')
    case 'order-type':
      return answersOf(pack, ORDER_TYPE, 'type')
    case 'order-column':
      return answersOf(pack, ORDER_COLUMN, 'column')
    case 'handling':
      return answersOf(pack, ORDER_HANDLING, 'handling')
    default:
      return undefined
  }
}

function byId(choices: readonly Choice[]): Choices {
  return Object.fromEntries(choices.map(({ id, title }) => [id, title]))
}

function answersOf({ rules }: Pick<CompiledPack, 'rules'>, table: string, output: string): Choices | undefined {
  // A pack that was stored before there were tables has none.
  const found = (rules as CompiledPack['rules'] | undefined)?.[table]?.outputs[output]
  return found?.type === 'choice' ? found.choices : undefined
}
