import { pinyin } from 'pinyin-pro'
import type { Spelling } from '../core/text/spelling.ts'
import { makeScript } from './hearing/script.ts'

/** A pair that holds for Traditional texts only: everybody else writes 什么 with it. */
const MISTAKEN = '么幺'

let made: Spelling | undefined

/** What the search knows of the script: that of the recogniser, and the further readings of characters that have several. */
export function makeSpelling(): Spelling {
  made ??= spell()
  return made
}

function spell(): Spelling {
  const { syllables, traditional } = makeScript()
  const also: Record<string, string> = {}
  for (const [usual, characters] of Object.entries(syllables)) {
    for (const character of characters) {
      const readings = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })
      for (const reading of new Set(readings)) if (reading !== usual) also[reading] = (also[reading] ?? '') + character
    }
  }
  return { syllables, also, traditional: traditional.replace(MISTAKEN, '') }
}
