import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret that is new with each start. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Whether an Authorization header carries a token. Takes the same time however wrong it is. */
export function isBearer(header: string | undefined, token: string): boolean {
  const given = /^Bearer +([\w.~+/=-]{1,512})$/i.exec(header ?? '')?.[1]
  return timingSafeEqual(digest(given ?? ''), digest(token)) && given !== undefined
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
