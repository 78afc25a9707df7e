/** A piece of a printed page that is never cut in two. */
export interface Block {
  /** Height with its own margins, in any unit that all blocks share. */
  readonly height: number
  /** Starts a page of its own. */
  readonly breakBefore?: boolean
  /** Stands on the same page as what follows: a heading is never the last thing on a page. */
  readonly keepWithNext?: boolean
}

/**
 * Lays blocks out on pages of a given height, in order, as a printer would: as much as fits, nothing cut, headings with what they
 * head. Browsers cannot tell a table of contents on which page a chapter falls, so the handbook is paged here.
 *
 * @returns for each page, the indexes of its blocks
 * @example
 * paginate([{ height: 60 }, { height: 60 }], 100) // [[0], [1]]
 */
export function paginate(blocks: readonly Block[], height: number): readonly (readonly number[])[] {
  const pages: number[][] = []
  let page: number[] = []
  let used = 0
  const turn = () => {
    if (page.length > 0) pages.push(page)
    page = []
    used = 0
  }
  for (let i = 0; i < blocks.length; ) {
    const group = groupAt(blocks, i)
    const tall = group.reduce((sum, at) => sum + (blocks[at]?.height ?? 0), 0)
    if (blocks[i]?.breakBefore || used + tall > height) turn()
    for (const at of group) {
      const own = blocks[at]?.height ?? 0
      // A group that is taller than a page by itself is spread over pages like anything else.
      if (page.length > 0 && used + own > height) turn()
      page.push(at)
      used += own
    }
    i += group.length
  }
  turn()
  return pages
}

/** A block and all that must stand with it. */
function groupAt(blocks: readonly Block[], start: number): readonly number[] {
  const group = [start]
  for (let i = start; blocks[i]?.keepWithNext && i + 1 < blocks.length && !blocks[i + 1]?.breakBefore; i++) group.push(i + 1)
  return group
}
