import type { Form } from '../../../src/core/forms/form.ts'
import type { Title } from '../../../src/core/title.ts'

/** A form with one field of each kind, two copies, and two fields that tell who somebody is. */
export const EXAMPLE_FORM: Form = {
  id: 'example',
  title: both('登记表', 'Form'),
  when: { always: true },
  copies: [
    { id: 'customer', title: both('客户联', 'Customer’s copy') },
    { id: 'hall', title: both('服务厅联', 'Hall’s copy') },
  ],
  source: [],
  at: 'example.yaml:1',
  sections: [
    {
      id: 'who',
      title: both('客户', 'Customer'),
      fields: [
        { id: 'name', title: both('姓名', 'Name'), kind: 'text', required: false, personal: true },
        { id: 'number', title: both('号码', 'Number'), kind: 'text', required: true, personal: true },
        { id: 'matter', title: both('事由', 'Matter'), kind: 'text', required: true, personal: false },
      ],
    },
    {
      id: 'reply',
      title: both('答复', 'Reply'),
      fields: [
        {
          id: 'satisfaction',
          title: both('满意度', 'Satisfaction'),
          kind: 'choice',
          choices: { good: both('满意', 'Content'), bad: both('不满意', 'Not content') },
          required: true,
          personal: false,
        },
        { id: 'at', title: both('时间', 'Time'), kind: 'time', required: false, personal: false },
        { id: 'process', title: both('过程', 'Process'), kind: 'long', required: true, personal: false },
      ],
    },
    {
      id: 'talk',
      title: both('沟通', 'Talk'),
      copies: ['hall'],
      fields: [
        {
          id: 'talk',
          title: both('每次联系', 'Each contact'),
          kind: 'rows',
          columns: [both('时间', 'Time'), both('内容', 'What')],
          required: false,
          personal: false,
        },
      ],
    },
  ],
}

/** The same, filled in. */
export const EXAMPLE_VALUES = {
  name: '王女士',
  number: '受理号甲',
  matter: '流量费',
  satisfaction: 'good',
  at: '2026-11-24 14:05',
  process: '先听了情况。\n再核对了话单。',
  talk: '10:00\t来电，说流量多扣\n10:05\t答应核对',
} as const

export function inChinese({ zh }: Title): string {
  return zh
}

function both(zh: string, en: string): Title {
  return { zh, en }
}
