import { makeSpelling } from '../compiler/spelling.ts'
import { lineSearch } from '../search/line-search.ts'
import { type Command, loadPack, writeJson } from './command.ts'
import { eachJsonLine, Malformed } from './json-lines.ts'

/** Which lines answer each query, as the panel would list them: `text` is the wording or purpose that was met, `ranges` where in it. */
export const search: Command = {
  name: 'search',
  usage: 'search [--pack ID]',
  about: 'eight lines at most for each query, JSON lines in and out: {"id":…,"query":…}',
  options: {},
  words: { min: 0, max: 0 },
  run: async (invocation, packs) => {
    const pack = loadPack(invocation, packs)
    if (!pack) return 1
    const find = lineSearch(pack, makeSpelling())
    return eachJsonLine(process.stdin, ({ id = null, query }) => {
      if (typeof query !== 'string') throw new Malformed('“query” is missing or no text')
      writeJson({ id, hits: find(query).map(({ line, text, ranges }) => ({ line, text, ranges })) })
    })
  },
}
