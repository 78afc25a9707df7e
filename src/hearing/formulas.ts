import type { Violation } from '../core/vocabulary.ts'

/**
 * Slips that plain formulas cannot be, whatever words they share with slips: who only takes leave, wishes well, asks to hold the line or announces a
 * read-back has done nothing wrong. With anything else beside them what was heard stands, but for announcing a read-back, which asks for nothing again.
 */
export function withoutFormulas<Slip extends { readonly id: Violation }>(text: string, slips: readonly Slip[]): readonly Slip[] {
  if (slips.length === 0) return slips
  const clauses = text.split(/[，,。；;：:！!？?…～~\s]+/u).filter((clause) => clause !== '')
  const formulas = clauses.filter((clause) => FORMULAS.some((formula) => formula.test(clause)))
  if (formulas.length > 0 && clauses.every((clause) => formulas.includes(clause) || FILLER.test(clause))) return []
  return clauses.some((clause) => READ_BACK.test(clause)) ? slips.filter(({ id }) => id !== 'repeat-question') : slips
}

const READ_BACK =
  /^(?:那|好)?我(?:再)?(?:跟|给|和)?您?(?:再)?(?:把.{1,8}?)?再?(?:念|核对|复述|重复|对|过|确认|报)(?:给您)?(?:一遍|一下)(?:.{0,6})$/u

const FORMULAS: readonly RegExp[] = [
  READ_BACK,
  // Leave.
  /^(?:好的?|好嘞|嗯+|行|那|那就)?(?:再见|再会|拜拜|您?慢走|您先忙|您先挂|您?多?保重)(?:啊|了)?$/u,
  /^(?:也|那)?祝您.{0,10}(?:愉快|顺利|平安|健康|康复|安康|开心)$/u,
  /^(?:谢谢|感谢)您?(?:来电|接听|的?(?:理解|配合|耐心|等待|来电))?$/u,
  // Hold the line.
  /^(?:好的?|嗯+|那)?(?:麻烦|请)?您?(?:先|在线)?(?:稍等|稍候|等一下|等我一下)(?:一下|片刻|一会儿?)?(?:啊|好吗)?$/u,
  /^(?:请|麻烦)?您?先?(?:别|不要)挂(?:电话|机)?$/u,
]

/** Alone it is an answer, and may be a cold one. */
const FILLER = /^(?:好的?|好嘞|嗯+|行)$/u
