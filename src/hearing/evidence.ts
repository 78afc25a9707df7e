/** The words that caused something, as they stand in the text that was given. */
export interface Evidence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The piece of a text from `start` to before `end`. */
export function evidence(text: string, start: number, end: number): Evidence {
  return { text: text.slice(start, end), start, end }
}
