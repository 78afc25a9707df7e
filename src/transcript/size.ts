/** More characters than bytes are impossible, so a long text need not be encoded to be refused. */
const encoder = new TextEncoder()

/**
 * Whether a message takes more than so many bytes of UTF-8. Something that is no text counts about as its JSON would; counting stops
 * at the limit, so neither size nor cycles make it slow.
 *
 * @example
 * exceeds('客户', 6) // false: three bytes a character
 */
export function exceeds(value: unknown, bytes: number): boolean {
  if (typeof value === 'string') return textExceeds(value, bytes)
  const open: unknown[] = [value]
  let left = bytes
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') {
      if (textExceeds(next, left)) return true
      left -= utf8Length(next)
    } else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) {
      left -= next.byteLength
    } else if (typeof next === 'object' && next !== null) {
      const inside = Array.isArray(next) ? next : Object.entries(next)
      // Counted before they are looked at, so that what goes round in a circle comes to an end.
      left -= inside.length
      if (left < 0) return true
      for (const each of inside) open.push(each)
    }
    left -= 1
    if (left < 0) return true
  }
  return false
}

function textExceeds(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && utf8Length(text) > bytes)
}

function utf8Length(text: string): number {
  return encoder.encode(text).length
}
