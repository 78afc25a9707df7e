import type { CompiledPack } from '../core/pack.ts'
import type { ShippedPack } from '../core/shipped-pack.ts'
import type { Dictionary } from './traditional-pack.ts'

/** The content of a pack that came with this version. */
export function loadPack({ url }: ShippedPack): Promise<CompiledPack> {
  return loadJson<CompiledPack>(url)
}

/** Its Traditional wording, which only those fetch who read it. */
export function loadDictionary({ hantUrl }: ShippedPack): Promise<Dictionary> {
  return loadJson<Dictionary>(hantUrl)
}

/** Files of our own build, whose shape the compiler has seen to. */
async function loadJson<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as T
}
