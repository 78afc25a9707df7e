/** How much a recogniser needs to be shown, at least: see docs/decisions/0013. One place, so that authors can be told. */
export const LEAST = {
  /** Lines that customers in a scenario say, and near misses. */
  scenario: { says: 40, unlike: 10 },
  signal: { says: 30 },
  act: { says: 25, unlike: 25 },
  violation: { says: 25, unlike: 25 },
  /** Lines in which nothing may be recognised. */
  calm: 300,
} as const

/** Examples that a frame must fit, and as many that it must not. */
export const FRAME_EXAMPLES = 4
