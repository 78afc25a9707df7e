import type { Personal } from './personal.ts'

/** Where somebody says where they live; what follows is looked at. */
const LEAD =
  /(?:地址|住址|门牌号?)(?:就|写)?(?:是|在|为|[：:])?|(?:(?:家|人|单位|公司|店|铺子|宿舍)?(?:就|现在|是|还)?(?:住在|住的是|住(?![址户院宅了的])|在)|我家|家里)|(?:寄到|寄往|寄|送到|送去|搬到|搬去|装到|移到)(?:的是|[：:])?/gu
/** One of these stands in every lead. */
const MAY_LEAD = /[址牌住在家寄送搬装移]/u
/** A place, by the last character of its name. */
const PLACE = /[省市区县旗镇乡村屯庄路街道巷弄里苑园城湾府庭阁厦院寨坊寓]|小区|花园|公寓|胡同|广场|社区|家属楼|新村/uy
/** A place within it, by its number: 12号, 三栋, A座, 二单元; what follows at once is the number of the door. */
const NUMBERED =
  /(?:[\d零〇一二两三四五六七八九十百]{1,6}|[A-Za-z]\d{0,3}|[甲乙丙丁])(?:号楼|号院|单元|[号栋幢座楼室弄门层户房队组院])(?:[-－—]?[\d零一二三四五六七八九]{3,4}(?![\d零一二三四五六七八九元块])[室房号]?)?/uy
/** Those that no way to speak of anything else uses. */
const HOME = /(?:栋|幢|单元|室|号楼|号院)/u
/** What an address does not hold: a sentence begins, or another one. */
const STOP = /[，,。；;！？!?、：:我你您他她它这那哪什怎吗呢吧了的是在有没不跟给就都还要来去到过被把说问打停断住寄送〔〕]/u
/** Some write a pause within it. */
const PAUSE = /[\s，,]/u
/** The longest address. */
const LONGEST = 60
/** Where everybody may go. */
const PUBLIC = /^.{0,3}(?:营业厅|大厅|窗口|门店|服务厅|网点)/u

/**
 * Addresses: behind the words that lead to one, or by themselves where they name a place and a door of it. They reach to the last
 * number of a house or a door.
 */
export function addressesIn(text: string): Personal[] {
  const found: Personal[] = []
  for (const { index, 0: lead } of MAY_LEAD.test(text) ? text.matchAll(LEAD) : []) {
    const start = skipPause(text, index + lead.length)
    if (start < (found.at(-1)?.end ?? 0)) continue
    const { end, places, doors } = read(text, start)
    const home = HOME.test(text.slice(start, end))
    const named = doors > 0 ? places > 0 || home : places > 2
    if (named && !isPublic(text, end)) found.push({ kind: 'address', start, end })
  }
  const lead = skipPause(text, 0)
  const { end, places, doors } = read(text, lead)
  if (places > 0 && doors > 0 && places + doors > 2 && !isPublic(text, end) && (found[0]?.start ?? end) >= end)
    found.unshift({ kind: 'address', start: lead, end })
  return found
}

/** How far an address reaches from a place on, with how many places and doors it names. */
function read(text: string, start: number): { readonly end: number; readonly places: number; readonly doors: number } {
  let end = start
  let places = 0
  let doors = 0
  for (let i = start; i < text.length && i < start + LONGEST; ) {
    const door = at(NUMBERED, text, i)
    const place = door === 0 ? at(PLACE, text, i) : 0
    if (door > 0 && (i > start || places === 0)) {
      i += door
      end = i
      doors++
    } else if (place > 0 && i > start) {
      i += place
      places++
      if (places > 2 || doors > 0) end = i
    } else {
      const character = text[i] as string
      // 东江市，人民路，5号楼: a pause is part of it only where it goes on.
      if (PAUSE.test(character) ? places === 0 : STOP.test(character)) break
      i++
    }
  }
  return { end, places, doors }
}

function isPublic(text: string, end: number): boolean {
  return PUBLIC.test(text.slice(end, end + 8))
}

function at(pattern: RegExp, text: string, i: number): number {
  pattern.lastIndex = i
  return pattern.exec(text)?.[0].length ?? 0
}

function skipPause(text: string, from: number): number {
  let i = from
  while (i < from + 2 && /[\s，,：:]/u.test(text[i] ?? '')) i++
  return i
}
