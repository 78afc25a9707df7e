import { createContext, useContext } from 'react'
import type { BookExtras } from '../../core/book/extras.ts'
import type { BookLine } from '../../core/book/find-lines.ts'
import { invariant } from '../../core/invariant.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { ShippedPack } from '../../core/shipped-pack.ts'

/** Everything that the pages of the book read. */
export interface BookData {
  readonly shipped: ShippedPack
  /** As it is shown: in Traditional while that is chosen. */
  readonly pack: CompiledPack
  readonly extras: BookExtras
  /** Every line, in the book's order. */
  readonly lines: readonly BookLine[]
  /** ISO date in Asia/Shanghai, which expiry is measured against. */
  readonly today: string
}

const BookContext = createContext<BookData | undefined>(undefined)
export const BookDataProvider = BookContext.Provider

export function useBook(): BookData {
  const data = useContext(BookContext)
  invariant(data, 'a page of the book stands inside the book')
  return data
}
