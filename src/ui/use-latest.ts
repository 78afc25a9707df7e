import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same from one rendering to the next and calls the latest one that was given, so that what it is
 * handed to need not render again. To be called by events, not while rendering.
 */
export function useLatest<Args extends readonly unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args) => latest.current(...args), [])
}
