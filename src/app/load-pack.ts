import type { EditionRecord } from '../core/book/edition.ts'
import type { BookExtras } from '../core/book/extras.ts'
import type { CompiledDrills } from '../core/drill/drills.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { ShippedEdition, ShippedPack } from '../core/shipped-pack.ts'
import type { Dictionary } from './traditional-pack.ts'

/** The content of a pack that came with this version. */
export function loadPack({ url }: ShippedPack): Promise<CompiledPack> {
  return loadJson<CompiledPack>(url)
}

/** Its Traditional wording, which only those fetch who read it. */
export function loadDictionary({ hantUrl }: ShippedPack): Promise<Dictionary> {
  return loadJson<Dictionary>(hantUrl)
}

/** What only the script book shows of it. */
export function loadExtras({ bookUrl }: ShippedPack): Promise<BookExtras> {
  return loadJson<BookExtras>(bookUrl)
}

/** What an edition of it said. */
export function loadEdition({ url }: ShippedEdition): Promise<EditionRecord> {
  return loadJson<EditionRecord>(url)
}

/** Its drills, which only whoever practises fetches. */
export function loadDrills(url: string): Promise<CompiledDrills> {
  return loadJson<CompiledDrills>(url)
}

/** Files of our own build, whose shape the compiler has seen to. */
async function loadJson<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as T
}
