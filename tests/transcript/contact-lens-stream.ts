import { readFileSync } from 'node:fs'

/** One turn of a call as it was spoken: milliseconds since the call began. */
export interface SpokenTurn {
  readonly id: string
  readonly who: 'customer' | 'agent'
  readonly begin: number
  readonly end: number
  readonly text: string
}

/** An event of Contact Lens, and when it arrives. */
export interface Arrival {
  /** Milliseconds since the call began. */
  readonly at: number
  readonly event: object
}

/** A whole call about a wrong data fee, from the greeting to a caring close. */
export function dataFeeCall(): readonly SpokenTurn[] {
  const text = readFileSync(new URL('../fixtures/transcripts/data-fee-call.jsonl', import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SpokenTurn)
}

/** Milliseconds from the last word to its guess, and to the final. */
const TO_GUESS = 150
const TO_FINAL = 400
/** Each so-manieth turn arrives twice, or after the one that follows it, or is guessed at once more when it is final. */
const TWICE = 4
const OVERTAKEN = 5
const STALE = 6

/**
 * A call as Contact Lens streams it, with all that a network does to it: guesses in pieces, duplicates, a turn that is overtaken by the
 * next, guesses that come after their final, and segments that are not talk. The same each time.
 */
export function contactLensStream(turns: readonly SpokenTurn[], call: string): readonly Arrival[] {
  const last = turns.at(-1)?.end ?? 0
  const talk = turns.flatMap((turn, index) => arrivalsOf(turn, turns[index + 1], index, call))
  const arrivals = [
    { at: 0, event: eventOf(call, 'STARTED') },
    ...talk,
    { at: last / 2, event: eventOf(call, 'SEGMENTS', [{ Categories: { MatchedCategories: ['billing'], MatchedDetails: {} } }]) },
    { at: last + 1000, event: eventOf(call, 'COMPLETED') },
  ]
  return arrivals.sort((a, b) => a.at - b.at)
}

/**
 * Sends each event when it arrives.
 *
 * @param speed 1 as fast as it was spoken, 2 twice as fast
 */
export async function streamed(arrivals: readonly Arrival[], send: (event: object) => Promise<unknown>, speed = 1): Promise<void> {
  const began = performance.now()
  for (const { at, event } of arrivals) {
    const wait = at / speed - (performance.now() - began)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    await send(event)
  }
}

function arrivalsOf(turn: SpokenTurn, next: SpokenTurn | undefined, index: number, call: string): readonly Arrival[] {
  const guesses = guessesOf(turn, call)
  const final = eventOf(call, 'SEGMENTS', [{ Transcript: spoken(turn, { Id: turn.id, Content: turn.text, Sentiment: 'NEUTRAL' }) }])
  const overtaken = next !== undefined && index % OVERTAKEN === OVERTAKEN - 1
  const at = overtaken ? next.end + TO_FINAL + 120 : turn.end + TO_FINAL
  const stale = guesses.at(-1)
  return [
    ...guesses,
    { at, event: final },
    ...(index % TWICE === TWICE - 1 ? [{ at: at + 80, event: final }] : []),
    ...(stale && index % STALE === STALE - 1 ? [{ ...stale, at: at + 60 }] : []),
  ]
}

/** A guess for each piece between commas. */
function guessesOf(turn: SpokenTurn, call: string): readonly Arrival[] {
  const pieces = turn.text.split(/(?<=，)/)
  let spokenSoFar = 0
  return pieces.map((piece, index) => {
    const moment = (characters: number) => Math.round(turn.begin + ((turn.end - turn.begin) * characters) / turn.text.length)
    const begin = moment(spokenSoFar)
    spokenSoFar += piece.length
    const end = moment(spokenSoFar)
    const words = { Id: `${turn.id}-${index}`, TranscriptId: turn.id, PartialContent: piece }
    return { at: end + TO_GUESS, event: eventOf(call, 'SEGMENTS', [{ Utterance: spoken({ ...turn, begin, end }, words) }]) }
  })
}

function spoken({ who, begin, end }: SpokenTurn, words: object): object {
  const role = who.toUpperCase()
  return { ...words, ParticipantId: role, ParticipantRole: role, BeginOffsetMillis: begin, EndOffsetMillis: end }
}

function eventOf(call: string, kind: 'STARTED' | 'SEGMENTS' | 'COMPLETED', segments?: readonly object[]): object {
  return {
    Version: '1.0.0',
    Channel: 'VOICE',
    AccountId: '123456789012',
    InstanceId: 'a1b2c3d4-0000-4000-8000-000000000001',
    ContactId: call,
    LanguageCode: 'zh-CN',
    EventType: kind,
    ...(segments ? { Segments: segments } : {}),
  }
}
