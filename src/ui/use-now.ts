import { useEffect, useState } from 'react'

/**
 * The time, renewed every second. Only what shows a running time should use it: everything that calls it renders each second.
 *
 * @returns milliseconds since the epoch
 */
export function useNow(clock: () => number = Date.now): number {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
