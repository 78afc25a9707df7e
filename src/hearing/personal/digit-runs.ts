import { charactersOf, isAt } from '../characters.ts'

/**
 * Every digit of a text, with what a number may be read from: digits follow each other in a run as long as nothing is in between but the
 * pauses of somebody who reads out a number. In columns, because a long text has many.
 */
export interface DigitRuns {
  readonly count: number
  /** 0 to 9, or X for the last character of an identity number. */
  readonly digit: Uint8Array
  /** Where each stands in the text. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** What begins with each, as sums of the marks below. */
  readonly mark: Uint8Array
}

/** The first digit of a run. */
export const RUN = 1
/** The first digit of a piece of a run: a number begins and ends with pieces only. */
export const PIECE = 2
/** 一 in 一直: a piece of one digit that may belong to the words that follow. */
export const DOUBTFUL = 4
/** Stands for X. */
export const X = 10

/** The characters that people say for each digit; 洞 幺 拐 勾 are those of the radio. */
const SPOKEN = ['零〇洞', '一幺妖壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾']

/** By UTF-16 code unit: the digit, or -1. */
const DIGIT = new Int8Array(0x10000).fill(-1)
for (const [digit, characters] of SPOKEN.entries()) {
  for (const character of characters) DIGIT[character.charCodeAt(0)] = digit
  DIGIT['0'.charCodeAt(0) + digit] = digit
  DIGIT['０'.charCodeAt(0) + digit] = digit
}
const SPOKEN_DIGIT = charactersOf(SPOKEN.join(''))

/** What parts the pieces of one number: a blank, a dash, a pause, an 嗯, a 然后. */
const PAUSE = charactersOf(' \t\n　-－—–·•.,，、。()（）/嗯呃额啊哦对再')
const BETWEEN = /^(?:[\s\-－—–·•.,，、。()（）/嗯呃额啊哦对再]|那个|这个|然后|后面|接着|就是|号码){1,4}$/u
/** The longest of them. */
const GAP = 6
/** The last character of an identity number, as it is written and as it is said. */
const CHECK = /[xXＸｘ叉差]|[埃艾爱]克斯/uy
const MAY_BE_CHECK = charactersOf('xXＸｘ叉差埃艾爱')
/** How many digits stand before it. */
const BEFORE_CHECK = 17
/** What a digit is said with when it is a word of its own: 一直, 一下, 七位, 两遍. */
const COUNTED = charactersOf('直下样共般定些会起旦边方切味律再向个位块天次遍条张年月号点毛元分秒户部台家人种周兆')
/** 四个零: the same digit so many times. */
const REPEATED = /[二三四五六七八2-8]个[零〇洞一幺二三四五六七八九\d]/u
/** More digits than characters, then: 八个零. */
const REPEATS = 3

const NONE: DigitRuns = {
  count: 0,
  digit: new Uint8Array(0),
  start: new Int32Array(0),
  end: new Int32Array(0),
  mark: new Uint8Array(0),
}

/**
 * The digits of a text; they may be written, full-width or spoken one by one (幺三八). Linear in the length of the text.
 */
export function digitRuns(text: string): DigitRuns {
  return runsOf(text, false)
}

/** The same, with 四个零 taken for 零零零零; nothing where nobody speaks so. */
export function repeatedDigitRuns(text: string): DigitRuns {
  return REPEATED.test(text) ? runsOf(text, true) : NONE
}

function runsOf(text: string, repeats: boolean): DigitRuns {
  let i = 0
  while (i < text.length && digitAt(text, i) < 0) i++
  if (i === text.length) return NONE
  const size = text.length * (repeats ? REPEATS : 1)
  const [digit, mark, start, end] = [new Uint8Array(size), new Uint8Array(size), new Int32Array(size), new Int32Array(size)]
  let count = 0
  let runFrom = 0
  const add = (value: number, from: number, to: number, begins: number) => {
    digit[count] = value
    start[count] = from
    end[count] = to
    mark[count++] = begins
  }
  while (i < text.length) {
    const value = digitAt(text, i)
    if (value < 0) {
      const to = count - runFrom >= BEFORE_CHECK && isAt(MAY_BE_CHECK, text, i) ? endOfCheck(text, i) : 0
      if (to > 0 && joins(text, end[count - 1] as number, i)) add(X, i, to, PIECE)
      i = Math.max(to, i + 1)
      continue
    }
    let begins = count > 0 && joins(text, end[count - 1] as number, i) ? PIECE : RUN + PIECE
    if (begins > PIECE) runFrom = count
    if (repeats && text[i + 1] === '个' && digitAt(text, i + 2) >= 0) {
      for (let k = 0; k < value; k++) {
        add(digitAt(text, i + 2), i, i + 3, begins)
        begins = 0
      }
      i += 3
      continue
    }
    const spoken = isAt(SPOKEN_DIGIT, text, i)
    const first = i
    for (; digitAt(text, i) >= 0 && isAt(SPOKEN_DIGIT, text, i) === spoken; i++) {
      if (repeats && i > first && text[i + 1] === '个') break
      add(digitAt(text, i), i, i + 1, begins)
      begins = 0
    }
    // 一三八…四一直打不通: the last one may belong to what follows.
    if (spoken && digitAt(text, i) < 0 && /^\p{Script=Han}/u.test(text[i] ?? ''))
      mark[count - 1] = (mark[count - 1] as number) | PIECE | (isAt(COUNTED, text, i) ? DOUBTFUL : 0)
  }
  return { count, digit, start, end, mark }
}

/** Whether nothing but a pause stands between two digits. */
function joins(text: string, from: number, to: number): boolean {
  const gap = to - from
  if (gap <= 1) return gap === 0 || isAt(PAUSE, text, from)
  return gap <= GAP && BETWEEN.test(text.slice(from, to))
}

function endOfCheck(text: string, at: number): number {
  CHECK.lastIndex = at
  return CHECK.test(text) ? CHECK.lastIndex : 0
}

function digitAt(text: string, i: number): number {
  return i < text.length ? (DIGIT[text.charCodeAt(i)] as number) : -1
}
