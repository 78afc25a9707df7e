import type { Diagnostic } from '../diagnostic.ts'
import type { ShippedPack } from '../shipped-pack.ts'

/** What the development server tells an open page after a content file was saved. */
export interface ContentNews {
  /** The files that were saved, from the project's root. */
  readonly files: readonly string[]
  /** The machines that they are about: where an author will want to look. */
  readonly machines: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** The packs as they now stand; absent while there is an error, so that the last good ones stay on show. */
  readonly packs?: readonly ShippedPack[]
  /** Milliseconds from the save until this was known. */
  readonly took: number
  /** Whether the walks and plans of these machines have been run too, which follows a moment later. */
  readonly proved: boolean
}

/** The name of the event that carries `ContentNews`. */
export const CONTENT_NEWS = 'evenkeel:content'

/** What it tells an open page when a recogniser has been learnt from what was saved. */
export interface HearingNews {
  /** The packs with the addresses of their new recognisers. */
  readonly packs: readonly ShippedPack[]
}

/** The name of the event that carries `HearingNews`. */
export const HEARING_NEWS = 'evenkeel:hearing'
