/** Something that was committed to in a call. */
export interface MadePromise {
  /** The event with which it was made. */
  readonly id: string
  readonly promise: string
  /** The line that made it; empty where it was made by a key or in words of the agent's own. */
  readonly line: string
  /** The machine that it was made in. */
  readonly about?: string
  /** As the agent has put it. */
  readonly words?: string
  readonly madeAt: number
  readonly due: number
  readonly keptAt?: number
}
