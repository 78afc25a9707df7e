import { invariant } from '../core/invariant.ts'
import { ByteReader, ByteWriter, joinColumns, splitColumns } from './packed-bytes.ts'

/** So many characters, the most used ones, take one byte; the others two. */
const SHORT = 192
/** How many that makes: more than all of everyday writing in both scripts. */
const MOST = SHORT + (0x100 - SHORT) * 0x100
/** Half a byte that says that more follows. */
const MORE = 15

/**
 * Lists of strings, small where neighbours begin alike: of each only what differs from the one before it in its list is written, in
 * characters numbered by how often they are used.
 */
export function packStrings(lists: readonly (readonly string[])[]): Uint8Array {
  const alphabet = alphabetOf(lists)
  invariant(alphabet.length <= MOST, `no recogniser needs ${alphabet.length} characters`)
  const numbers = new Map(alphabet.map((code, i) => [code, i]))
  const heads = new ByteWriter()
  const characters = new ByteWriter()
  heads.count(lists.length)
  for (const list of lists) {
    heads.count(list.length)
    let before = ''
    for (const text of list) {
      const shared = sharedStart(before, text)
      const rest = text.length - shared
      heads.byte((shared << 4) | Math.min(rest, MORE))
      if (rest >= MORE) heads.count(rest - MORE)
      for (let i = shared; i < text.length; i++) {
        const number = numbers.get(text.charCodeAt(i)) ?? 0
        characters.byte(number < SHORT ? number : SHORT + ((number - SHORT) >> 8))
        if (number >= SHORT) characters.byte((number - SHORT) & 0xff)
      }
      before = text
    }
  }
  return joinColumns([packAlphabet(alphabet), heads.done(), characters.done()])
}

/** What `packStrings` was given. */
export function unpackStrings(bytes: Uint8Array): string[][] {
  const [codes, headBytes, characters] = splitColumns(bytes) as [Uint8Array, Uint8Array, Uint8Array]
  const alphabet = unpackAlphabet(codes)
  const heads = new ByteReader(headBytes)
  const lists: string[][] = []
  let at = 0
  for (let left = heads.count(); left > 0; left--) {
    const list: string[] = []
    let text = ''
    for (let length = heads.count(); length > 0; length--) {
      const head = heads.byte()
      const rest = (head & MORE) === MORE ? MORE + heads.count() : head & MORE
      text = text.slice(0, head >> 4)
      for (let i = 0; i < rest; i++) {
        const byte = characters[at++] as number
        text += alphabet[byte < SHORT ? byte : SHORT + ((byte - SHORT) << 8) + (characters[at++] as number)]
      }
      list.push(text)
    }
    lists.push(list)
  }
  return lists
}

/** How many characters two texts begin with alike, as far as half a byte can say. */
function sharedStart(one: string, other: string): number {
  let shared = 0
  while (shared < MORE && shared < one.length && shared < other.length && one[shared] === other[shared]) shared++
  return shared
}

/** Every character (as its UTF-16 code): the most used ones, then the others in the order of their codes. */
function alphabetOf(lists: readonly (readonly string[])[]): number[] {
  const often = new Map<number, number>()
  for (const text of lists.flat()) {
    for (let i = 0; i < text.length; i++) often.set(text.charCodeAt(i), (often.get(text.charCodeAt(i)) ?? 0) + 1)
  }
  const byUse = [...often].sort(([code, count], [otherCode, other]) => other - count || code - otherCode).map(([code]) => code)
  return [...byUse.slice(0, SHORT), ...byUse.slice(SHORT).sort((a, b) => a - b)]
}

function packAlphabet(alphabet: readonly number[]): Uint8Array {
  const writer = new ByteWriter()
  writer.count(alphabet.length)
  for (const [i, code] of alphabet.entries()) writer.count(i <= SHORT ? code : code - (alphabet[i - 1] as number))
  return writer.done()
}

function unpackAlphabet(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes)
  let code = 0
  return Array.from({ length: reader.count() }, (_, i) => {
    code = i <= SHORT ? reader.count() : code + reader.count()
    return String.fromCharCode(code)
  })
}
