/**
 * Where a page of the book is. Long lists link by address: a link of the router's own watches where the reader is, which
 * takes longer than everything else on a line's card.
 *
 * @param at id of a step, or `close`; left out: the top of the page
 */
export function scenarioAddress(machine: string, at?: string): string {
  return `#/book/scenario/${machine}${at === undefined ? '' : `#${at}`}`
}

/** Where the page of a passage of the manual is. */
export function sourceAddress(source: string): string {
  return `#/book/source/${source}`
}
