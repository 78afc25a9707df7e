import { invariant } from './invariant.ts'
import type { CompiledPack, Source, Title } from './pack.ts'

/** The manual that a passage stands in. */
export function manualOf({ documents }: Pick<CompiledPack, 'documents'>, { document }: Source): Title {
  const title = documents[document]
  invariant(title, `the compiler has seen to it that manual ${document} is named`)
  return title
}
