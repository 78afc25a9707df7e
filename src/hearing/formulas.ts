import type { Violation } from '../core/vocabulary.ts'

interface Slip {
  readonly id: Violation
  readonly score: number
}

/**
 * Slips without what plain formulas add to them: taking leave, wishing well, thanking, asking to hold the line and announcing a read-back share
 * words with slips and are none. What was heard stands only as far as it is heard in the rest too (docs/rules.md H15).
 *
 * @param again hears slips in other words
 */
export function withoutFormulas<Heard extends Slip>(
  text: string,
  slips: readonly Heard[],
  again: (rest: string) => readonly Slip[],
): readonly Heard[] {
  if (slips.length === 0) return slips
  const clauses = text.split(/[，,。；;：:！!？?…～~\s]+/u).filter((clause) => clause !== '')
  const rest = clauses.filter((clause) => !FORMULAS.some((formula) => formula.test(clause)))
  const own = TAKES_BLAME.test(text) ? slips.filter(({ id }) => id !== 'denial-before-verify') : slips
  if (rest.length === clauses.length) return own
  if (rest.every((clause) => FILLER.test(clause))) return []
  const heard = new Map(again(rest.join('，')).map(({ id, score }) => [id, score]))
  return own.flatMap((slip) => {
    const score = heard.get(slip.id)
    return score === undefined ? [] : [{ ...slip, score: Math.min(score, slip.score) }]
  })
}

/** Who says that it is our fault denies nothing: 「是我们的问题，跟您没关系」. */
const TAKES_BLAME =
  /(?<!不|哪|怎么|怎么会|怎么能|会|您说|您觉得|就算)(?:是我们(?:这边|这头|公司|系统|机器|网点|计费)?的?(?:错|问题|责任|疏忽|失误|毛病|不对)|我们.{0,4}出的错|错在我们|(?:问题|原因|责任)(?:就)?(?:出)?在我们)/u

const FORMULAS: readonly RegExp[] = [
  // The call is opened, and a first question put.
  /^(?:喂)?(?:.{1,2}(?:先生|女士|小姐|老师|阿姨|叔叔|大爷|大妈|师傅))?[您你]好(?:呀|啊)?$/u,
  /^(?:您|请您?)(?:慢慢)?(?:说|讲)(?:吧)?$/u,
  /^(?:那|这|是)?(?:什么时候|哪(?:一)?天|哪个月|几(?:号|点))(?:开始|发现|扣|断|办|打|来|买|用)的(?:呢|呀)?$/u,
  /^(?:这是)?(?:出了|发生了|遇上|遇到)什么事(?:情)?(?:了)?$/u,
  // A read-back is announced.
  /^(?:那|好)?我(?:再)?(?:跟|给|和)?您?(?:再)?(?:把.{1,8}?)?再?(?:念|核对|复述|重复|对|过|确认|报)(?:给您)?(?:一遍|一下)(?:.{0,6})$/u,
  // Leave is taken, and thanks said.
  /^(?:好的?|好嘞|嗯+|行|那|那就)?(?:再见|再会|拜拜|您?慢走|您先忙|您先挂|您?多?保重)(?:啊|了)?$/u,
  /^(?:也|那)?祝您.{0,10}(?:愉快|顺利|平安|健康|康复|安康|开心)$/u,
  /^(?:谢谢|感谢)您?(?:来电|接听|的?(?:理解|配合|耐心|等待|来电))?$/u,
  // The line is to be held.
  /^(?:好的?|嗯+|那)?(?:麻烦|请)?您?(?:先|在线)?(?:稍等|稍候|等一下|等我一下)(?:一下|片刻|一会儿?)?(?:啊|好吗)?$/u,
  /^(?:请|麻烦)?您?先?(?:别|不要)挂(?:电话|机)?$/u,
]

/** Alone it is an answer, and may be a cold one. */
const FILLER = /^(?:好的?|好嘞|嗯+|行)$/u
