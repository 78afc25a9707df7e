import type { Spelling } from '../core/text/spelling.ts'
import type { SearchedPack } from './corpus.ts'
import type { Hit, Scope } from './line-search.ts'

/** What a page asks of the search's worker. Scope and question are apart because a scope stays while an agent types. */
export type Asked =
  | { readonly type: 'open'; readonly pack: SearchedPack; readonly spelling: Spelling }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'find'; readonly id: number; readonly query: string }

/** What the worker answers. */
export interface Found {
  readonly id: number
  readonly hits: readonly Hit[]
}
