import type { Personal } from './personal.ts'

/** @, as it is written and as it is said, behind what may be a name. */
const AT = /(?<=[\w.+\-零〇一二两三四五六七八九幺])(?:\s?(?:[@＠]|艾特|爱特|圈\s?[aA]|花\s?[aA]|小老鼠)\s?|\sat\s)/gu
/** One of these stands in every one of them. */
const MAY_HAVE_AT = /[@＠特圈花鼠]|\sat\s/u
const DOT = '\\s?(?:[.．。]|点|\\sdot)\\s?'
const DOMAIN = new RegExp(`[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,4}`, 'uy')
const LOCAL = /[\w.+\-零〇一二两三四五六七八九幺]/u
/** The longest part before the @ (RFC 5321). */
const LONGEST = 64

/** E-mail addresses, written or read out: zhangsan艾特example点com. */
export function emailsIn(text: string): Personal[] {
  const found: Personal[] = []
  if (!MAY_HAVE_AT.test(text)) return found
  for (const { index, 0: at } of text.matchAll(AT)) {
    let start = index
    while (start > 0 && index - start < LONGEST && (LOCAL.test(text[start - 1] as string) || isSpokenDot(text, start - 1))) start--
    DOMAIN.lastIndex = index + at.length
    const domain = DOMAIN.exec(text)
    if (domain) found.push({ kind: 'email', start, end: DOMAIN.lastIndex })
  }
  return found
}

/** lisi点wang艾特: a 点 between letters is part of the name. */
function isSpokenDot(text: string, at: number): boolean {
  return text[at] === '点' && /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + 1] ?? '')
}
