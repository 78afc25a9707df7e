import { listener } from '../../hearing/hear.ts'
import { unpackHearing } from '../../hearing/packed.ts'
import { redact } from '../../hearing/redact.ts'
import type { EarTrouble, Listened, Turn } from './ear.ts'

export type LoadedHearing =
  | { readonly ok: true; readonly hear: (turn: Turn) => Listened }
  | { readonly ok: false; readonly trouble: EarTrouble }

/** Fetches a recogniser and makes it ready. Never rejects. */
export async function loadHearing(url: string): Promise<LoadedHearing> {
  let packed: Blob
  try {
    const response = await fetch(url)
    // A file that is gone has given way to that of a newer version; a server in trouble may be well again soon.
    if (!response.ok) return { ok: false, trouble: response.status < 500 ? 'unreadable' : 'unreachable' }
    packed = await response.blob()
  } catch {
    return { ok: false, trouble: 'unreachable' }
  }
  try {
    const bytes = await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    const listen = listener(unpackHearing(new Uint8Array(bytes)))
    return {
      ok: true,
      hear({ id, who, text, among }) {
        try {
          // What is heard is what may be stored: a call that is replayed from its log hears the same again.
          const redacted = redact(text)
          return { ok: true, turn: { id, who, text: redacted, heard: listen(redacted, who, among) } }
        } catch {
          return { ok: false, trouble: 'stopped' }
        }
      },
    }
  } catch {
    return { ok: false, trouble: 'unreadable' }
  }
}
