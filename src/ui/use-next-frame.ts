import { useEffect, useState } from 'react'

/**
 * A value one frame late: what shows the newest one is painted first.
 *
 * @param late whether it may be late at all; else it is the newest, always
 */
export function useNextFrame<T>(value: T, late: boolean): T {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    if (!late) return
    let task: ReturnType<typeof setTimeout> | undefined
    // A task that begins in a frame runs when that frame has been painted.
    const frame = requestAnimationFrame(() => {
      task = setTimeout(setShown, 0, value)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(task)
    }
  }, [value, late])
  return late ? shown : value
}
