import type { Speaker } from '../../core/heard.ts'

/** Who a name in a written dialogue stands for. */
export interface NamedSpeaker {
  /** As it is written; empty where nothing is written. */
  readonly name: string
  readonly who: Speaker
  /** False when it was worked out: worth asking a person. */
  readonly sure: boolean
}

export interface NamedLine {
  readonly name: string
  readonly text: string
}

/** A number behind a role does not change it: 客服2, 坐席8021. */
const CUSTOMER =
  /^(?:客户|顾客|用户|客人|来电人|来电者|主叫|机主|投诉人|业主|[\u4e00-\u9fff]{1,2}(?:先生|女士|小姐|阿姨|大爷)|customer|client|caller|end.?user)[ _-]?\d{0,6}$/i
const AGENT =
  /^(?:客服|坐席|座席|客服代表|客服人员|客服专员|人工客服|话务员|接线员|服务人员|工作人员|营业员|业务员|投诉专员|专员|员工|经办|被叫|工号|agent|operator|representative|rep|staff)[ _-]?\d{0,6}(?:号)?$/i
/** Says something, and is neither of the two. */
const NEITHER = /^(?:系统|系统提示|机器人|智能客服|语音导航|旁白|备注|注|说明|质检|班长|ivr|bot|system|note)\d{0,6}$/i
/** How those speak who answer the telephone for a living. */
const SERVING =
  /为您服务|欢迎致电|帮到您|可以帮您|为您(?:查|核实|处理|登记)|我是.{0,8}(?:客服|专员|工号)|工号.{0,12}|请问您|您稍等|给您(?:带来|添)/

/** What a name says by itself; `neither` for those who are not one of the two, nothing when it says nothing. */
export function roleOf(name: string): Speaker | 'neither' | undefined {
  if (NEITHER.test(name)) return 'neither'
  if (CUSTOMER.test(name)) return 'customer'
  return AGENT.test(name) ? 'agent' : undefined
}

/**
 * Works out who is who in a written dialogue: by what a person has told, by the names themselves, then by who is left over or who
 * speaks like somebody who serves. Names of third parties are left out.
 *
 * @example
 * whoIsWho([{ name: 'A', text: '您好，请问有什么可以帮您' }, { name: 'B', text: '我要投诉' }], new Map())
 * // A is the agent, B the customer, neither for sure
 */
export function whoIsWho(lines: readonly NamedLine[], told: ReadonlyMap<string, Speaker>): readonly NamedSpeaker[] {
  const names = [...new Set(lines.map(({ name }) => name))].filter((name) => told.has(name) || roleOf(name) !== 'neither')
  const known = names.flatMap((name): NamedSpeaker[] => {
    const who = told.get(name) ?? roleOf(name)
    return who && who !== 'neither' ? [{ name, who, sure: true }] : []
  })
  const open = names.filter((name) => !known.some((each) => each.name === name))
  const taken = new Set(known.map(({ who }) => who))
  const [first, second] = open
  if (first === undefined || taken.size === 2) return known
  const [only] = taken
  if (only) return [...known, { name: first, who: otherThan(only), sure: false }]
  const agent = servingMost(lines, open.slice(0, 2))
  const customer = agent === first ? second : first
  return [
    { name: agent, who: 'agent', sure: false },
    ...(customer === undefined ? [] : [{ name: customer, who: 'customer' as const, sure: false }]),
  ]
}

export function otherThan(who: Speaker): Speaker {
  return who === 'agent' ? 'customer' : 'agent'
}

/** Whether words are those of somebody who serves. */
export function isServing(text: string): boolean {
  return SERVING.test(text)
}

function servingMost(lines: readonly NamedLine[], names: readonly string[]): string {
  const score = (name: string) => lines.filter((line) => line.name === name && isServing(line.text)).length
  // Where nothing tells them apart, the agent is who speaks first: calls are answered with a greeting.
  return names.reduce((best, name) => (score(name) > score(best) ? name : best))
}
