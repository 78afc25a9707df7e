import { useEffect, useState } from 'react'
import type { CallQuery } from '../../store/call-query.ts'
import type { CallStore } from '../../store/store.ts'
import type { CallSummary } from '../../store/summary.ts'

/** What a store answered; what it answered before stays until the next answer is there. */
export interface FoundCalls {
  /** Absent until the store has answered for the first time. */
  readonly calls?: readonly CallSummary[]
  readonly failed: boolean
}

/**
 * Calls by what is asked for, asked again whenever the question changes or `asked` does.
 *
 * @param asked counts how often the page was brought up to date
 */
export function useCalls(store: CallStore, query: CallQuery, asked: number): FoundCalls {
  const [found, setFound] = useState<FoundCalls>({ failed: false })
  const question = JSON.stringify(query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked, it is answered anew
  useEffect(() => {
    let left = false
    store.calls(JSON.parse(question) as CallQuery).then(
      (calls) => left || setFound({ calls, failed: false }),
      () => left || setFound((before) => ({ ...before, failed: true })),
    )
    return () => {
      left = true
    }
  }, [store, question, asked])
  return found
}

const DAY = 86_400_000

/**
 * Calls of a longer time, read a day at a time so that the page goes on between them, and only those of each day that are wanted.
 *
 * @param wanted must stay the same function
 */
export function useCallsOf(store: CallStore, from: number, to: number, wanted: (call: CallSummary) => boolean, asked: number): FoundCalls {
  const [found, setFound] = useState<FoundCalls & { readonly of?: string }>({ failed: false })
  const of = `${from} ${to}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked, it is answered anew
  useEffect(() => {
    let left = false
    async function read(): Promise<void> {
      const calls: CallSummary[] = []
      for (let day = from; day < to && !left; day += DAY) {
        const some = await store.calls({ by: 'started', from: day, to: Math.min(to, day + DAY) })
        for (const call of some) if (wanted(call)) calls.push(call)
      }
      if (!left) setFound({ calls, failed: false, of })
    }
    read().catch(() => left || setFound({ failed: true, of }))
    return () => {
      left = true
    }
  }, [store, from, to, wanted, asked])
  return found.of === of ? found : { failed: false }
}
