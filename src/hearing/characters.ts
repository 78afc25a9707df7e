/** A set of characters of the basic plane, to be asked by code unit: a look at a table costs a tenth of a pattern. */
export type CharacterSet = Uint8Array

/** The set of the characters of a text. */
export function charactersOf(characters: string): CharacterSet {
  const set = new Uint8Array(0x10000)
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1
  return set
}

/** Whether a character of the set stands at a place; beyond the ends of a text none does. */
export function isAt(set: CharacterSet, text: string, i: number): boolean {
  return i >= 0 && i < text.length && set[text.charCodeAt(i)] === 1
}
