/** Digits that follow each other, with nothing in between but the pauses of somebody who reads out a number. */
export interface DigitRun {
  /** As 0–9, with X for the last character of an identity number. */
  readonly digits: string
  /** Where a number may begin or end within the run, in order. */
  readonly pieces: readonly Piece[]
}

/** Digits that stand together. */
export interface Piece {
  /** Index of its first digit in the run, and of the one behind its last. */
  readonly from: number
  readonly to: number
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** 一 in 一直: a last digit that may belong to the words that follow. */
  readonly doubtful: boolean
}

/** The characters that people say for each digit; 洞 幺 拐 勾 are those of the radio. */
const SPOKEN = ['零〇洞', '一幺妖壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾']

/** By UTF-16 code unit: the digit, or -1. */
const DIGIT = new Int8Array(0x10000).fill(-1)
for (const [digit, characters] of SPOKEN.entries()) {
  for (const character of characters) DIGIT[character.charCodeAt(0)] = digit
  DIGIT['0'.charCodeAt(0) + digit] = digit
  DIGIT['０'.charCodeAt(0) + digit] = digit
}

/** What parts the pieces of one number: a blank, a dash, a pause, an 嗯, a 然后. */
const BETWEEN = /^(?:[\s\-－—–·•.,，、。()（）/]|[嗯呃额啊哦对再]|那个|这个|然后|后面|接着|就是|号码){1,4}$/u
/** The longest of them. */
const GAP = 6
/** The last character of an identity number, as it is written and as it is said. */
const CHECK = /[xXＸｘ叉差]|[埃艾爱]克斯/uy
/** What a digit is said with when it is a word of its own: 一直, 一下, 七位, 两遍. */
const COUNTED = /[直下样共般定些会起旦边方切味律再向个位块天次遍条张年月号点毛元分秒户部台家人种周兆]/u
/** 四个零: the same digit so many times. */
const REPEATED = /[二三四五六七八2-8]个[零〇洞一幺二三四五六七八九\d]/u

/**
 * Sequences of digits that may be one number read out in pieces; they may be written, full-width or spoken one by one (幺三八). Linear in
 * the length of the text.
 */
export function digitRuns(text: string): DigitRun[] {
  return runsOf(text, false)
}

/** The same, with 四个零 taken for 零零零零; nothing where nobody speaks so. */
export function repeatedDigitRuns(text: string): DigitRun[] {
  return REPEATED.test(text) ? runsOf(text, true) : []
}

function runsOf(text: string, repeats: boolean): DigitRun[] {
  const runs: DigitRun[] = []
  let digits = ''
  let pieces: Piece[] = []
  const close = () => {
    if (pieces.length > 0) runs.push({ digits, pieces })
    digits = ''
    pieces = []
  }
  for (let i = 0; i < text.length; ) {
    const piece = pieceAt(text, i, digits, repeats)
    if (!piece) {
      i++
      continue
    }
    const before = pieces.at(-1)
    if (before && before.end !== piece.start && !isPause(text, before.end, piece.start)) {
      close()
      // Without what went before, an X at the end of a number is only a letter.
      if (piece.digits === 'X') {
        i = piece.end
        continue
      }
    }
    const { digits: own, ...place } = piece
    pieces.push({ from: digits.length, to: digits.length + own.length, ...place })
    digits += own
    i = piece.end
  }
  close()
  return runs
}

function isPause(text: string, start: number, end: number): boolean {
  return end - start <= GAP && BETWEEN.test(text.slice(start, end))
}

/** Digits of one script from a place on. */
function pieceAt(
  text: string,
  start: number,
  before: string,
  repeats: boolean,
): (Pick<Piece, 'start' | 'end' | 'doubtful'> & { readonly digits: string }) | undefined {
  if (before.length >= 17) {
    CHECK.lastIndex = start
    const check = CHECK.exec(text)
    if (check) return { digits: 'X', start, end: start + check[0].length, doubtful: false }
  }
  if (digitAt(text, start) < 0) return undefined
  if (repeats && text[start + 1] === '个' && digitAt(text, start + 2) >= 0) {
    const digits = String(digitAt(text, start + 2)).repeat(digitAt(text, start))
    return { digits, start, end: start + 3, doubtful: false }
  }
  const spoken = isSpoken(text, start)
  let end = start + 1
  while (digitAt(text, end) >= 0 && isSpoken(text, end) === spoken && !(repeats && text[end + 1] === '个')) end++
  const goesOn = spoken && digitAt(text, end) < 0 && /^\p{Script=Han}/u.test(text.slice(end, end + 1))
  if (goesOn && end - start > 1) end--
  let digits = ''
  for (let i = start; i < end; i++) digits += digitAt(text, i)
  return { digits, start, end, doubtful: goesOn && end - start === 1 && COUNTED.test(text.slice(end, end + 1)) }
}

function digitAt(text: string, i: number): number {
  return i < text.length ? (DIGIT[text.charCodeAt(i)] as number) : -1
}

function isSpoken(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return code > 0x39 && code < 0xff00
}
