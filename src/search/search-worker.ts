import { type LineSearch, lineSearch, type Scope } from './line-search.ts'
import type { Asked, Found } from './messages.ts'
import { warmUps } from './warm-up.ts'

/** The search of one page, beside its main thread. */
let search: LineSearch = () => []
let scope: Scope = {}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  switch (data.type) {
    case 'open':
      search = lineSearch(data.pack, data.spelling)
      warmUp(warmUps(data.pack))
      break
    case 'scope':
      scope = data.scope
      break
    case 'find':
      postMessage({ id: data.id, hits: search(data.query, scope) } satisfies Found)
      break
  }
})

/** One query at a time, so that what an agent asks meanwhile is answered in between. */
function warmUp([query, ...rest]: readonly string[]): void {
  if (query === undefined) return
  search(query)
  setTimeout(() => warmUp(rest))
}
