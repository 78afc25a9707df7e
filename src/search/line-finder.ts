import type { Spelling } from '../core/text/spelling.ts'
import type { SearchedPack } from './corpus.ts'
import { type Hit, type LineSearch, lineSearch, type Scope } from './line-search.ts'
import type { Asked, Found } from './messages.ts'

/** Finds lines without holding up the page. */
export interface LineFinder {
  /**
   * Answers the latest question only: a new one takes the place of whatever has not been answered yet.
   *
   * @param answer called once, at once where there is no worker
   */
  find(query: string, scope: Scope, answer: (hits: readonly Hit[]) => void): void
  close(): void
}

/** The parts of a `Worker` that are used. */
export interface SearchWorker {
  onmessage: ((event: MessageEvent<Found>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(message: Asked): void
  terminate(): void
}

interface Question {
  readonly id: number
  readonly query: string
  readonly scope: Scope
  readonly answer: (hits: readonly Hit[]) => void
}

/**
 * A finder for the lines of a pack. In a worker where there are workers, else, and when the worker fails, in the page itself.
 *
 * @param startWorker absent where there are no workers
 */
export function openLineFinder(pack: SearchedPack, spelling: Spelling, startWorker?: () => SearchWorker): LineFinder {
  let worker = startWorker?.()
  let own: LineSearch | undefined
  let asked: Question | undefined
  let told: Scope | undefined
  let ids = 0

  function answerHere({ query, scope, answer }: Question): void {
    own ??= lineSearch(pack, spelling)
    asked = undefined
    answer(own(query, scope))
  }

  if (worker) {
    worker.onmessage = ({ data }) => {
      if (asked?.id !== data.id) return
      const { answer } = asked
      asked = undefined
      answer(data.hits)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      worker?.terminate()
      worker = undefined
      if (asked) answerHere(asked)
    }
    worker.postMessage({ type: 'open', pack: onlySearched(pack), spelling })
  }

  return {
    find(query, scope, answer) {
      const question = { id: ++ids, query, scope, answer }
      asked = question
      if (!worker) return answerHere(question)
      if (told !== scope) worker.postMessage({ type: 'scope', scope })
      told = scope
      worker.postMessage({ type: 'find', id: question.id, query })
    },
    close() {
      asked = undefined
      worker?.terminate()
    },
  }
}

/** What the worker is sent: lines carry much that no search reads. */
function onlySearched({ lines, slots }: SearchedPack): SearchedPack {
  return {
    lines: Object.fromEntries(Object.entries(lines).map(([key, { id, purpose, say, short }]) => [key, { id, purpose, say, short }])),
    slots,
  }
}
