import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import type { Script } from '../../hearing/script.ts'

/** The characters of everyday Chinese, in both scripts: what a recogniser can write. */
const FIRST = 0x4e00
const LAST = 0x9fa5

let made: Script | undefined

/** Works out once how each character sounds and what its Simplified form is. */
export function makeScript(): Script {
  made ??= { syllables: syllables(), traditional: traditional() }
  return made
}

function syllables(): Record<string, string> {
  const groups: Record<string, string> = {}
  for (const character of common()) {
    const [syllable] = pinyin(character, { toneType: 'none', type: 'array', v: true })
    if (syllable && syllable !== character) groups[syllable] = (groups[syllable] ?? '') + character
  }
  return groups
}

/** What the national standard of 1980 holds: 6,763 characters, all that a call is made of. */
function common(): string[] {
  const decoder = new TextDecoder('gb2312')
  const found: string[] = []
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if (/^\p{Script=Han}$/u.test(character)) found.push(character)
    }
  }
  return found
}

function traditional(): string {
  const convert = Converter({ from: 'tw', to: 'cn' })
  let pairs = ''
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code)
    const simplified = convert(character)
    if (simplified !== character && simplified.length === 1) pairs += character + simplified
  }
  return pairs
}
