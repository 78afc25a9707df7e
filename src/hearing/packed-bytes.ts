/** Bytes that are written one after the other. */
export class ByteWriter {
  readonly #bytes: number[] = []

  byte(value: number): void {
    this.#bytes.push(value)
  }

  /** A whole number from 0 on: seven bits a byte, the lowest first. */
  count(value: number): void {
    let left = value
    for (; left > 0x7f; left >>>= 7) this.#bytes.push((left & 0x7f) | 0x80)
    this.#bytes.push(left)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads what a `ByteWriter` wrote. Throws a `RangeError` when there is nothing left. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined) throw new RangeError('the bytes end too early')
    return value
  }

  count(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the bytes end too early')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

/** Columns of bytes in one piece. Alike stands beside alike, which is what gzip feeds on. */
export function joinColumns(columns: readonly Uint8Array[]): Uint8Array {
  const head = new ByteWriter()
  head.count(columns.length)
  for (const { length } of columns) head.count(length)
  const parts = [head.done(), ...columns]
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** The columns again, in their order. */
export function splitColumns(bytes: Uint8Array): Uint8Array[] {
  const reader = new ByteReader(bytes)
  const lengths = Array.from({ length: reader.count() }, () => reader.count())
  return lengths.map((length) => reader.take(length))
}
