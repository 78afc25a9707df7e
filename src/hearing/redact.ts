import { addressesIn } from './personal/addresses.ts'
import { emailsIn } from './personal/emails.ts'
import { namesIn } from './personal/names.ts'
import { personalNumbers } from './personal/numbers.ts'
import { passportsIn, platesIn } from './personal/papers.ts'
import type { Personal, PersonalKind } from './personal/personal.ts'

/** What stands in its place: readable, and without anything that could be taken for personal again. */
const REDACTED: Readonly<Record<PersonalKind, string>> = {
  'id-number': '〔证件号〕',
  passport: '〔通行证件号〕',
  mobile: '〔手机号〕',
  landline: '〔座机号〕',
  'bank-card': '〔银行卡号〕',
  plate: '〔车牌〕',
  email: '〔邮箱〕',
  address: '〔地址〕',
  name: '〔姓名〕',
}

/**
 * A text without what tells who somebody is, for everything that is stored. Doing it twice changes nothing more.
 *
 * Sums, dates, hotlines, orders and packages stay, and so do codes that lapse within minutes.
 *
 * @example
 * redact('我电话幺三八零零幺三八零零零') // 我电话〔手机号〕
 */
export function redact(text: string): string {
  let before = text
  // What was taken out may leave something beside it that is personal only now; each turn leaves less.
  for (;;) {
    const after = replaced(before)
    if (after === before) return after
    before = after
  }
}

function replaced(text: string): string {
  let kept = ''
  let from = 0
  for (const { kind, start, end } of personalIn(text)) {
    kept += text.slice(from, start) + REDACTED[kind]
    from = end
  }
  return kept + text.slice(from)
}

/** Everything personal in a text, in order, not overlapping; linear in its length. */
export function personalIn(text: string): Personal[] {
  const others: Personal[] = [...emailsIn(text), ...passportsIn(text), ...personalNumbers(text), ...platesIn(text), ...addressesIn(text)]
  const found = [...others, ...namesIn(text, others)]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Personal[] = []
  for (const each of found) {
    const before = kept.at(-1)
    if (!before || each.start >= before.end) kept.push(each)
    // What reaches out of another one goes with it.
    else if (each.end > before.end) kept[kept.length - 1] = { ...before, end: each.end }
  }
  return kept
}
