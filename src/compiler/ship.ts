import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { recordEdition } from '../core/book/edition.ts'
import type { CompiledDrills } from '../core/drill/drills.ts'
import { REFUSALS } from '../core/gates.ts'
import type { ShippedPack } from '../core/shipped-pack.ts'
import type { CompileResult } from './compile.ts'
import type { Recogniser } from './hearing/recognisers.ts'
import { traditional } from './traditional.ts'

/** All packs, ready to be served: what the panel is told about each, and the files behind the addresses. */
export interface Shipment {
  readonly packs: readonly ShippedPack[]
  /** What each file holds, by its path in the build. */
  readonly files: ReadonlyMap<string, () => string | Promise<Uint8Array>>
}

export interface Shipping {
  /** What addresses begin with. */
  readonly base: string
  /**
   * Whether browsers keep the files: then each is named for its content. A development server makes each file when it is asked for,
   * and names it for the pack: an author waits for no Traditional forms that nobody reads.
   */
  readonly lasting: boolean
  readonly recogniser: (result: CompileResult) => Recogniser | undefined
  /** Gives the drills of a pack when they are asked for; answers nothing for a pack without. */
  readonly drills: (result: CompileResult) => (() => CompiledDrills | undefined) | undefined
}

/** Makes files of compiled packs. Those with errors are left out. */
export function ship(results: readonly CompileResult[], { base, lasting, recogniser, drills }: Shipping): Shipment {
  const files = new Map<string, () => string | Promise<Uint8Array>>()
  const store = (name: string, hash: string, content: () => unknown): string => {
    let made: string | undefined
    const text = () => {
      made ??= JSON.stringify(content())
      return made
    }
    return add(`${name}.${(lasting ? sha256(text()) : hash).slice(0, 12)}.json`, text)
  }
  const add = (name: string, content: () => string | Promise<Uint8Array>): string => {
    const path = `assets/${name}`
    files.set(path, content)
    return base + path
  }
  const describe = (result: CompileResult): ShippedPack[] => {
    const { pack, extras, editions } = result
    const heard = recogniser(result)
    if (!pack || !heard) return []
    const { id, title, version, hash } = pack
    const earlier = editions.filter(({ edition }) => edition !== pack.edition)
    // What stands beside the pack can change while it stays the same.
    const practised = drills(result)
    const beside = lasting ? hash : sha256(JSON.stringify([hash, extras]))
    return [
      {
        id,
        title,
        version,
        hash,
        url: store(`pack-${id}`, hash, () => pack),
        hantUrl: store(`hant-${id}`, beside, () => traditional([pack, REFUSALS, extras, earlier, practised?.()])),
        ...(practised ? { drillsUrl: store(`drills-${id}`, beside, () => practised() ?? null) } : {}),
        bookUrl: store(`book-${id}`, beside, () => extras),
        // Not every server packs what it sends, and none has to: a browser opens it itself.
        hearingUrl: add(`hearing-${id}.${heard.key.slice(0, 12)}.bin`, async () => gzipSync(await heard.bytes(), { level: 9 })),
        editions: [
          ...earlier.map((record) => ({
            edition: record.edition,
            url: store(`edition-${id}-${record.edition}`, record.hash, () => record),
          })),
          { edition: pack.edition, url: store(`edition-${id}-${pack.edition}`, hash, () => recordEdition(pack)) },
        ],
      },
    ]
  }
  return { packs: results.flatMap(describe), files }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
