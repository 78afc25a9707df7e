import type { CompiledPack } from '../core/pack.ts'

/** From a Simplified text to its Traditional form; texts that stay the same are left out. */
export type Dictionary = Readonly<Record<string, string>>

/**
 * A pack with every text in its Traditional form, for showing. Wordings are converted before their slots are filled, so what
 * an agent has typed stays as it was typed. The call itself runs on the pack that it is pinned to.
 */
export function inTraditional(pack: CompiledPack, dictionary: Dictionary): CompiledPack {
  return textsInTraditional(pack, dictionary)
}

/** The same for whatever else a pack is shipped with. */
export function textsInTraditional<T>(content: T, dictionary: Dictionary): T {
  return converted(content, dictionary) as T
}

function converted(value: unknown, dictionary: Dictionary): unknown {
  if (typeof value === 'string') return dictionary[value] ?? value
  if (Array.isArray(value)) return value.map((each) => converted(each, dictionary))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, converted(each, dictionary)]))
}
