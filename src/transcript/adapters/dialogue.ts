import type { Speaker } from '../../core/heard.ts'
import type { Turn } from '../turn.ts'
import { spliced, turnOf } from '../utterance.ts'
import { type Adapted, isTooLong, messages, noSpeaker, otherKind, together, tooLong } from './adapted.ts'
import { isServing, type NamedLine, otherThan, roleOf, whoIsWho } from './speakers.ts'
import type { WrittenTalk } from './web-vtt.ts'
import { clockOf, timeAt } from './written-time.ts'

interface Line {
  readonly text: string
  /** Absent on a line that goes on with what was said before it. */
  readonly name?: string
  readonly time?: number
}

/** Names that stand for somebody without saying for whom. */
const PLACEHOLDER = /^(?:[A-D甲乙丙]|(?:说话人|发言人|讲话人|角色|speaker|spk)[ _-]?[\dA-D]{1,2})$/i
/** Before a colon: as long as a name can be, without punctuation. */
const BEFORE_COLON = /^([^\s：:，。！？,.!?；;“”"]{1,12}) {0,3}[：:]/
const IN_BRACKETS = /^[【[（(]([^【】[\]（）()]{1,12})[】\]）)] {0,3}[：:]?/
const AS_HEADING = /^([^\s：:，。！？,.!?；;]{1,12})$/

/**
 * A dialogue that somebody pasted, in any of the forms in which they are kept: 客户：…, 【客服】…, A: …, with or without times before or
 * behind the name, with names on lines of their own, or with no names at all, in which case every line is the other's turn.
 *
 * @param call id to give to the call
 * @param told who is who, by name, where somebody said so; the name of who speaks first is empty where there are no names
 *
 * @example
 * fromDialogue('客服：您好\n客户：你们乱扣费', 'call-1').messages // two final segments
 */
export function fromDialogue(raw: unknown, call: string, told: ReadonlyMap<string, Speaker> = new Map()): WrittenTalk {
  const text = typeof raw === 'string' ? raw : ''
  if (isTooLong(text)) return { ...tooLong('text'), speakers: [] }
  const written = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const lines = readLines(written.filter((line) => line !== ''))
  const first = lines.findIndex(({ name }) => name !== undefined)
  if (first < 0) return alternating(lines, call, told)
  const turns = turnsOf(lines.slice(first))
  const speakers = whoIsWho(turns, told)
  const roles = new Map(speakers.map(({ name, who }) => [name, who]))
  const heading = first > 0 ? [otherKind('heading')] : []
  return { ...together([...heading, ...segmentsOf(turns, call, ({ name }) => roles.get(name))]), speakers }
}

/**
 * A pasted dialogue as turns by themselves, for a call that no host told about.
 *
 * @param unnamed who speaks first where there are no names
 * @param newId gives each turn an id
 */
export function readDialogue(
  text: string,
  { unnamed, newId }: { readonly unnamed: Speaker; readonly newId: () => string },
): readonly Turn[] {
  const { messages } = fromDialogue(text, '', new Map([['', unnamed]]))
  return messages.flatMap((message) => (message.type === 'transcript.segment' ? [{ ...turnOf(message.segment), id: newId() }] : []))
}

function alternating(lines: readonly Line[], call: string, told: ReadonlyMap<string, Speaker>): WrittenTalk {
  const [opening] = lines
  if (!opening) return { messages: [], skipped: [], speakers: [] }
  const first = told.get('') ?? (isServing(opening.text) ? 'agent' : 'customer')
  const turns = lines.map((line) => ({ ...line, name: '' }))
  const segments = segmentsOf(turns, call, (_, index) => (index % 2 === 0 ? first : otherThan(first)))
  return { ...together(segments), speakers: [{ name: '', who: first, sure: told.has('') }] }
}

interface WrittenTurn extends NamedLine {
  readonly time?: number
}

function segmentsOf(
  turns: readonly WrittenTurn[],
  call: string,
  whoOf: (turn: WrittenTurn, index: number) => Speaker | undefined,
): readonly Adapted[] {
  const starts = clockOf(turns.map(({ time }) => time))
  return turns.map((turn, index) => {
    const who = whoOf(turn, index)
    if (!who) return noSpeaker('line', turn.name, 'name')
    const start = starts[index]
    const times = start === undefined ? {} : { start }
    return messages({ type: 'transcript.segment', call, segment: { id: `line-${index + 1}`, who, text: turn.text, final: true, ...times } })
  })
}

/** Lines with what they go on with, put together. */
function turnsOf(lines: readonly Line[]): readonly WrittenTurn[] {
  const turns: { name: string; texts: string[]; time?: number }[] = []
  for (const { name, text, time } of lines) {
    const last = turns.at(-1)
    if (name === undefined && last) last.texts.push(text)
    else turns.push({ name: name ?? '', texts: [text], ...(time === undefined ? {} : { time }) })
  }
  return turns
    .map(({ texts, ...turn }) => ({ ...turn, text: texts.filter((text) => text !== '').reduce(spliced, '') }))
    .filter(({ text }) => text !== '')
}

/** Finds the names. One that says nothing by itself counts when it stands before a colon twice. */
function readLines(written: readonly string[]): readonly Line[] {
  const split = written.map(splitLine)
  const seen = new Map<string, number>()
  for (const { name } of split) if (name !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1)
  return split.map(({ name, marked, text, whole, time }): Line => {
    const at = time === undefined ? {} : { time }
    if (name === undefined) return { text: whole, ...at }
    const isName = roleOf(name) !== undefined || (marked && (PLACEHOLDER.test(name) || (seen.get(name) ?? 0) > 1))
    return isName ? { name, text, ...at } : { text: whole, ...at }
  })
}

interface Split {
  readonly name?: string
  /** Whether a colon, brackets or a time set the name apart. */
  readonly marked: boolean
  /** The line behind its name, and the line as a whole without its time. */
  readonly text: string
  readonly whole: string
  readonly time?: number
}

function splitLine(line: string): Split {
  const ahead = timeAt(line)
  const whole = ahead ? line.slice(ahead.length).trim() : line
  const match = IN_BRACKETS.exec(whole) ?? BEFORE_COLON.exec(whole)
  const time = ahead ? { time: ahead.seconds } : {}
  if (match) return { name: match[1] ?? '', marked: true, text: whole.slice(match[0].length).trim(), whole, ...time }
  // 客户 09:31:05, with what was said behind it or on the next line.
  const space = whole.slice(0, 14).indexOf(' ')
  const behind = space > 0 ? timeAt(whole.slice(space + 1)) : undefined
  if (behind) {
    const text = whole.slice(space + 1 + behind.length).replace(/^[：:]/, '')
    return { name: whole.slice(0, space), marked: true, text: text.trim(), whole, time: behind.seconds }
  }
  const heading = AS_HEADING.exec(whole)?.[1]
  return { ...(heading === undefined ? {} : { name: heading }), marked: false, text: '', whole, ...time }
}
