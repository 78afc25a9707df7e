import { openDB } from 'idb'

/** Turns a customer's number into a reference that is the same for the same customer and tells nothing about them. */
export interface CustomerRefs {
  /**
   * @param number a telephone or account number, however it is written
   * @returns 32 hexadecimal digits; nothing for what is no number, or where the browser cannot compute it
   */
  refOf(number: string): Promise<string | undefined>
}

/** Where nobody is told apart, such as in the demo. */
export const NO_REFS: CustomerRefs = { refOf: async () => undefined }

const DATABASE = 'evenkeel-key'
const KEYS = 'keys'
const NAME = 'customers'

/** Shorter than this is a slip of the finger. */
const FEWEST = 5
const MOST = 40

/**
 * References by HMAC-SHA-256 with a key that is made in this browser, cannot be read out of it, and is in no log and no export: whoever has
 * a log alone cannot try all numbers. Without a disk the key lasts as long as the page.
 */
export function openCustomerRefs(): CustomerRefs {
  let key: Promise<CryptoKey> | undefined
  return {
    async refOf(number) {
      const plain = plainNumber(number)
      // Absent where the page did not come over https or from this machine.
      const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
      if (!plain || !subtle) return undefined
      try {
        key ??= storedKey(subtle).catch(() => newKey(subtle))
        const mac = await subtle.sign('HMAC', await key, new TextEncoder().encode(plain))
        return [...new Uint8Array(mac, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      } catch {
        key = undefined
        return undefined
      }
    },
  }
}

/** The same text for the same number: without spaces and dashes, in plain digits, without the country's prefix. */
export function plainNumber(number: string): string | undefined {
  const plain = number
    .normalize('NFKC')
    .replace(/[\s\-‐-―()（）.]/gu, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/u, '')
    .replace(/^(?:\+|00)86(?=[2-9]\d{8,10}$)/u, '0')
    .toUpperCase()
  return /^\+?[0-9A-Z]+$/u.test(plain) && /\d/u.test(plain) && plain.length >= FEWEST && plain.length <= MOST ? plain : undefined
}

function newKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  return subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** The key of this browser; of two pages that make one at the same time, the first that is written counts. */
async function storedKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  const fresh = await newKey(subtle)
  const db = await openDB(DATABASE, 1, { upgrade: (made) => void made.createObjectStore(KEYS) })
  try {
    const tx = db.transaction(KEYS, 'readwrite')
    const found: CryptoKey | undefined = await tx.store.get(NAME)
    if (!found) await tx.store.put(fresh, NAME)
    await tx.done
    return found ?? fresh
  } finally {
    db.close()
  }
}
