import type { Act } from '../vocabulary.ts'

/**
 * What an agent's own words do, by what was heard and by forms of words that do one thing whatever else is in them: announcing a look-up, and
 * reading back for a nod. Sending the customer to switch off and on is no look-up.
 */
export function actsInWords(text: string, heard: ReadonlySet<Act>): readonly Act[] {
  const acts = new Set(heard)
  if (looksUp(text)) acts.add('verify')
  else if (sendsToTry(text)) acts.delete('verify')
  if (readsBack(text)) acts.add('restate')
  return [...acts]
}

/** Whether somebody says that they look now, in their systems or by asking: 「我现在就去查」. */
function looksUp(text: string): boolean {
  return LOOKS.test(text) && !DECLINES.test(text)
}

const LOOKS =
  /(?:我|这就|马上|现在|立刻|先|帮您|给您|替您|为您)[^。！？!?，,；;]{0,8}(?:查|核实|核对一下(?:账|系统|记录)|调(?:出|取|一下|您)|翻(?:一下|出)|看(?:一下|看|一看|下)(?:您的|一下)?(?:系统|账单|账户|记录|工单|后台|详单|底单|录音))/u
const DECLINES = /(?:不|没法|没办法|不能|懒得|别叫我)[^。！？!?，,；;]{0,4}查/u

/** Whether a customer is told to try something with their own things. */
export function sendsToTry(text: string): boolean {
  return /重启|重新启动|关机再开|关了再开|拔(?:出来|下来|一下|卡)|恢复出厂/u.test(text)
}

/** Whether somebody says back what they have heard, and waits for a nod. */
export function readsBack(text: string): boolean {
  return [...text].length >= READ_BACK && NOD.test(text.trim())
}

/** Shorter than this there is nothing in it that could be right or wrong, in characters. */
const READ_BACK = 14
const NOD =
  /(?:对吗|对吧|对不对|是这样吗|是不是这样|没错吧|没说错吧|没记错吧|说得对吗|(?:有没有|还有|没有)[^。？?]{0,4}(?:漏|记错|说错)[^。？?]{0,3})[？?。]?$/u
