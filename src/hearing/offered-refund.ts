import type { Amount } from './amounts.ts'
import type { Evidence } from './evidence.ts'

/** A refund that an agent offers in their own name. */
export interface OfferedRefund {
  readonly yuan: number
  readonly because: readonly Evidence[]
}

/** What parts one thing said from the next. */
const CLAUSE = /[，,。；;！!？?\s]/u
/** Nobody offers the same sum more often in one breath. */
const OFTEN = 20
/** How many characters of a clause are looked at on either side of a sum. */
const NEAR = 24
/** Words for giving money back; 退订 and 退网 give nothing back, and what was given is no offer. */
const GIVES = /退(?![订网出休换货了过回来])|返(?!回来|了|过)|赔(?!了|过|不)|补(?:偿|给|贴|您|还)|减免|免掉|(?:送|充)(?:给)?您|打到您/u
/** Who does not offer: another's wish, a question, a condition, what is not decided, or not to be. */
const NO_OFFER =
  /不|没|别|能不能|是不是|是否|要不要|可否|如果|要是|万一|申请|上报|报(?:给|上去|批|主管|经理)|请示|批(?:下来|了|准|不)|才能|得(?:经理|主管|由|等|先)|归(?:经理|主管|店面|上面)|由(?:经理|主管|店面)|定不了|做不了主|(?:您|你|客户)(?:要|想|说|提|希望)|多(?:扣|收)|吗|呢[？?]?$|已经退|上次|之前/u
/** What was taken too much is what the clause behind it gives back: 多收的八十六块四我全部退给您. */
const TAKEN = /多(?:扣|收)(?:的|您的|了您)?/u

/**
 * The refund that an agent offers, by the largest sum of a clause that gives money back. Who may grant it is asked elsewhere.
 *
 * @example
 * offeredRefund('我现在就给您退三百块', amountsIn('我现在就给您退三百块')) // { yuan: 300, because: [{ text: '三百块', … }] }
 */
export function offeredRefund(text: string, amounts: readonly Amount[]): OfferedRefund | undefined {
  if (!GIVES.test(text)) return undefined
  const offers = amounts.flatMap(({ value, because }) => {
    const places = because.slice(0, OFTEN).filter(({ start, end }) => isOffer(clauseAround(text, start, end)))
    return places.length > 0 ? [{ yuan: value, because: places }] : []
  })
  return offers.reduce<OfferedRefund | undefined>((most, offer) => (most && most.yuan >= offer.yuan ? most : offer), undefined)
}

function isOffer(clause: string): boolean {
  return GIVES.test(clause) && !NO_OFFER.test(clause.replace(TAKEN, ''))
}

/** The clause in which something stands; of one without end what is near. */
function clauseAround(text: string, start: number, end: number): string {
  let from = start
  while (from > start - NEAR && from > 0 && !CLAUSE.test(text[from - 1] as string)) from--
  let to = end
  while (to < end + NEAR && to < text.length && !CLAUSE.test(text[to] as string)) to++
  return text.slice(from, Math.min(text.length, to + 1))
}
