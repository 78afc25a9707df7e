/**
 * What a recogniser knows of the script: how each character sounds, and the Simplified form of Traditional ones. Made when a pack is
 * built, because dictionaries are large and this is small.
 */
export interface Script {
  /** Characters by their toneless syllable: `{ ma: '妈马吗…' }`. */
  readonly syllables: Readonly<Record<string, string>>
  /** Traditional and Simplified in turn: `體体…`. */
  readonly traditional: string
}

/** A script, ready to be asked. */
export interface Reading {
  /** Character → a single character that stands for its sound; those that speakers and recognisers mix up share one. */
  readonly sounds: ReadonlyMap<string, string>
  readonly simplified: ReadonlyMap<string, string>
}

/** Sounds start here, in the private use area, where no text has characters of its own. */
const FIRST_SOUND = 0xe000

/** Differences that half the country does not make: zh/z, ch/c, sh/s, n/l, -ng/-n, f/h before u. */
function foldSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n')
}

/** Prepares a script once, for every utterance that follows. */
export function readingOf({ syllables, traditional }: Script): Reading {
  const codes = new Map<string, string>()
  const sounds = new Map<string, string>()
  for (const [syllable, characters] of Object.entries(syllables)) {
    const folded = foldSyllable(syllable)
    const code = codes.get(folded) ?? String.fromCharCode(FIRST_SOUND + codes.size)
    codes.set(folded, code)
    for (const character of characters) sounds.set(character, code)
  }
  const simplified = new Map<string, string>()
  for (let i = 0; i + 1 < traditional.length; i += 2) simplified.set(traditional[i] ?? '', traditional[i + 1] ?? '')
  return { sounds, simplified }
}
