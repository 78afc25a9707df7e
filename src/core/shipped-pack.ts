import type { Title } from './pack.ts'

/** Where the `EditionRecord` of an edition can be fetched. */
export interface ShippedEdition {
  readonly edition: string
  readonly url: string
}

/** Where a compiled pack can be fetched, as `virtual:packs` lists it. */
export interface ShippedPack {
  readonly id: string
  readonly title: Title
  readonly version: string
  /** The same as in the pack itself, which each call pins. */
  readonly hash: string
  /** Address of the `CompiledPack` as JSON. */
  readonly url: string
  /** Address of its Traditional wording: JSON from each Simplified text that changes to its Traditional form. */
  readonly hantUrl: string
  /** Address of its `BookExtras` as JSON. */
  readonly bookUrl: string
  /** Address of its recogniser, as `src/hearing/packed.ts` writes it. */
  readonly hearingUrl: string
  /** Address of its `CompiledDrills` as JSON; absent for a pack without drills. */
  readonly drillsUrl?: string
  /** Every edition that can be held against another, the oldest first; the last is the pack itself. */
  readonly editions: readonly ShippedEdition[]
}
