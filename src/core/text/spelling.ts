/**
 * How the characters of everyday Chinese sound, and the Simplified form of Traditional ones. Made when a pack is built, because
 * dictionaries are large and this is small.
 */
export interface Spelling {
  /** Characters by their usual toneless syllable: `{ ma: '妈马吗…' }`; ü is `v`. */
  readonly syllables: Readonly<Record<string, string>>
  /** The same for every further reading of a character: `{ chong: '重…' }`. */
  readonly also: Readonly<Record<string, string>>
  /** Traditional and Simplified in turn: `體体…`. */
  readonly traditional: string
}
