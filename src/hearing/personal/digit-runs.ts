/** Digits that stand together. */
export interface RunPart {
  /** As 0–9, with X for the last character of an identity number. */
  readonly digits: string
  readonly start: number
  readonly end: number
}

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  洞: '0',
  一: '1',
  幺: '1',
  妖: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
  勾: '9',
}
/** What parts the pieces of one number: a blank, a dash, a pause, an 嗯. */
const BETWEEN = /^(?:[\s\-－—–·•.,，、。()（）]|嗯|呃|啊|那个){1,3}$/u
const FILLER = /[\s\-－—–·•.,，、。()（）嗯呃啊那个+]/u

/**
 * Sequences of digits that may be one number read out in pieces, each as its pieces; digits may be written, full-width or spoken one by one
 * (幺三八). Linear in the length of the text.
 */
export function digitRuns(text: string): RunPart[][] {
  const runs: RunPart[][] = []
  let run: RunPart[] = []
  for (const part of parts(text)) {
    const before = run.at(-1)
    const gap = before ? text.slice(before.end, part.start) : ''
    if (before && gap.length <= 4 && BETWEEN.test(gap)) run.push(part)
    else {
      if (run.length > 0) runs.push(run)
      run = [part]
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

function* parts(text: string): Generator<RunPart> {
  let digits = ''
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const digit = digitAt(text, i, digits)
    if (digit === undefined) {
      if (digits) yield { digits, start, end: i }
      digits = ''
      continue
    }
    if (!digits) start = i
    digits += digit
  }
}

function digitAt(text: string, i: number, before: string): string | undefined {
  const character = text[i]
  if (character === undefined) return undefined
  if (character >= '0' && character <= '9') return character
  if (character >= '０' && character <= '９') return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  // The last character of an identity number may be an X, however it is said.
  if (/[xXＸｘ叉]/u.test(character)) return before.length > 0 && endsIdNumber(text, i) ? 'X' : undefined
  return SPOKEN[character]
}

/** Whether seventeen digits come right before, pauses left aside. */
function endsIdNumber(text: string, at: number): boolean {
  let count = 0
  for (let i = at - 1; i >= 0 && i > at - 40; i--) {
    const character = text[i] ?? ''
    if (/[\d０-９]/u.test(character) || character in SPOKEN) count++
    else if (!FILLER.test(character)) break
  }
  return count >= 17
}
