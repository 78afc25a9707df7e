import type { Speaker } from '../../core/heard.ts'
import type { Message, Segment } from '../contract.ts'

/** What a vendor's message comes to: nothing, one message or several, and what was left aside and why. */
export interface Adapted {
  readonly messages: readonly Message[]
  readonly skipped: readonly Skipped[]
}

/**
 * Something that was left aside. None of it is an error: vendors send much that is not talk.
 *
 * - `other-kind`: a kind of message that says nothing about who said what
 * - `unknown-role`: neither the customer nor the agent, such as a bot or a supervisor
 * - `missing-field`: `field` is not there, or not what the vendor documents
 * - `too-long`: a file or a paste with more in it than any call
 */
export interface Skipped {
  readonly why: 'other-kind' | 'unknown-role' | 'missing-field' | 'too-long'
  /** The kind of message or piece, or the role, as the vendor calls it. */
  readonly what: string
  readonly field?: string
}

export type Adapter = (raw: unknown) => Adapted

export function messages(...messages: readonly Message[]): Adapted {
  return { messages, skipped: [] }
}

export function otherKind(what: unknown): Adapted {
  return skipped({ why: 'other-kind', what: named(what) })
}

export function missing(what: string, field: string): Adapted {
  return skipped({ why: 'missing-field', what: named(what), field })
}

/** @param role as the vendor calls it; `field` is where it should have stood */
export function noSpeaker(what: string, role: unknown, field: string): Adapted {
  return role === undefined ? missing(what, field) : skipped({ why: 'unknown-role', what: named(role) })
}

/** Characters of a file or a paste: some five hours of talk. */
const LONGEST = 100_000

export function isTooLong(text: string): boolean {
  return text.length > LONGEST
}

export function tooLong(what: string): Adapted {
  return skipped({ why: 'too-long', what })
}

function skipped(one: Skipped): Adapted {
  return { messages: [], skipped: [one] }
}

/** What a stranger calls something, short enough to be shown. */
function named(name: unknown): string {
  return typeof name === 'string' || typeof name === 'number' ? String(name).slice(0, 60) : typeof name
}

/** Several answers as one, in their order. */
export function together(parts: readonly Adapted[]): Adapted {
  return { messages: parts.flatMap((part) => part.messages), skipped: parts.flatMap((part) => part.skipped) }
}

/** Start and end in seconds, from milliseconds as far as they are known. */
export function secondsOf(begin: number | undefined, end: number | undefined): Pick<Segment, 'start' | 'end'> {
  return {
    ...(begin === undefined ? {} : { start: begin / 1000 }),
    ...(end === undefined || end < (begin ?? 0) ? {} : { end: end / 1000 }),
  }
}

/** A vendor's names of the two who speak. */
export type Roles = ReadonlyMap<unknown, Speaker>
