import type { LineQuery } from '../../core/book/find-lines.ts'

/** What the reader of the line list is looking for, as it stands in the address. */
export type LinesSearch = LineQuery
