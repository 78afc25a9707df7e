/** How what was said or noted says that a call goes out of the agent's hands, or ends. */
export type EndingSaid = 'police' | 'escalated' | 'left'

const POLICE =
  /警察.{0,6}(?:来了|到了|到场|带走)|民警|(?:已经?|马上|现在)(?:帮您|给您)?报(?:了)?警|(?:拨|打)(?:了)?110|派出所.{0,8}(?:接手|处理|带)/u
const ESCALATED =
  /(?:转|交|升级|上报|报).{0,6}(?:给|到)?.{0,6}(?:经理|主管|班长|领导|上级|专席|投诉处理组|分公司|省公司)|(?:经理|主管|班长).{0,6}(?:接手|接过|来接|过来处理|给您回)/u
const LEFT = /挂(?:断|了)(?:电话)?$|挂断|(?:客户|人)(?:已经?)?(?:离开|走了)|扬长而去|拂袖|断线/u

/** What a turn says of how the call ends, the most serious first. */
export function endingIn(text: string): EndingSaid | undefined {
  if (POLICE.test(text)) return 'police'
  if (ESCALATED.test(text)) return 'escalated'
  return LEFT.test(text) ? 'left' : undefined
}
