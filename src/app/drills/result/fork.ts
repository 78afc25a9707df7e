import type { Spoken } from '../../../core/drill/talk.ts'

/** One way of two at the place where they part. */
export interface Way {
  /** What the agent said, in one turn or several; nothing where the customer spoke into the silence, or all was over. */
  readonly said: readonly Spoken[]
  /** What the customer said to it. */
  readonly answer?: Spoken
}

/** Where two tries at one drill part. */
export interface Fork {
  /** As turns are numbered in the story, from 1. */
  readonly number: number
  readonly before: Way
  readonly after: Way
}

/**
 * Where another try left the first one, by what was said: ids are new behind it. `undefined` while it has said nothing else.
 *
 * @param first the talk that the other one began as
 */
export function forkOf(first: readonly Spoken[], other: readonly Spoken[]): Fork | undefined {
  const parted = other.findIndex(({ who, text }, i) => first[i]?.who !== who || first[i].text !== text)
  if (parted < 0) return undefined
  // What the agent said in several turns is read as a whole.
  const from = other.findLastIndex(({ who }, i) => i < parted && who === 'customer') + 1
  return { number: from + 1, before: wayFrom(first, from), after: wayFrom(other, from) }
}

function wayFrom(talk: readonly Spoken[], from: number): Way {
  const rest = talk.slice(from)
  const answered = rest.findIndex(({ who }) => who === 'customer')
  const answer = rest[answered]
  return { said: answered < 0 ? rest : rest.slice(0, answered), ...(answer ? { answer } : {}) }
}
