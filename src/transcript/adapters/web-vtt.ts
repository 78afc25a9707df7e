import type { Speaker } from '../../core/heard.ts'
import { type Adapted, isTooLong, messages, missing, noSpeaker, otherKind, together, tooLong } from './adapted.ts'
import { type NamedSpeaker, whoIsWho } from './speakers.ts'

export interface WrittenTalk extends Adapted {
  readonly speakers: readonly NamedSpeaker[]
}

interface Cue {
  readonly name: string
  readonly text: string
  readonly start: number
  readonly end: number
}

const TIME = String.raw`(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const TIMING = new RegExp(`^${TIME}[ \\t]{1,9}-->[ \\t]{1,9}${TIME}(?:[ \\t]|$)`)
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&lrm;': '', '&rlm;': '' }

/**
 * A transcript in a WebVTT file: one final segment for each voice in a cue. Takes time in proportion to the file, whatever is in it.
 * Shape: W3C WebVTT, "WebVTT file structure" and "WebVTT cue voice span".
 *
 * @param call id to give to the call, which the file does not name
 * @param told who is who, by the names of the voices, where somebody said so
 */
export function fromWebVtt(raw: unknown, call: string, told: ReadonlyMap<string, Speaker> = new Map()): WrittenTalk {
  if (typeof raw === 'string' && isTooLong(raw)) return { ...tooLong('file'), speakers: [] }
  const lines = typeof raw === 'string' ? raw.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/) : []
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { ...missing('file', 'WEBVTT'), speakers: [] }
  const parts = blocksOf(lines).map(readBlock)
  const cues = parts.flatMap(({ cues }) => cues)
  const speakers = whoIsWho(
    cues.filter(({ name }) => name !== ''),
    told,
  )
  const roles = new Map(speakers.map(({ name, who }) => [name, who]))
  const segments = cues.map(({ name, text, start, end }, index): Adapted => {
    const who = roles.get(name)
    if (!who) return noSpeaker('cue', name === '' ? undefined : name, 'voice')
    return messages({ type: 'transcript.segment', call, segment: { id: `cue-${index + 1}`, who, text, final: true, start, end } })
  })
  return { ...together([...parts.flatMap(({ aside }) => aside), ...segments]), speakers }
}

/** Runs of lines that are not blank, without the header. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let open: string[] = []
  for (const line of lines) {
    if (line.trim() !== '') open.push(line)
    else if (open.length > 0) {
      blocks.push(open)
      open = []
    }
  }
  return [...blocks, open].slice(1).filter((block) => block.length > 0)
}

function readBlock(block: readonly string[]): { readonly cues: readonly Cue[]; readonly aside: readonly Adapted[] } {
  // A cue may have a name of its own before its times.
  const at = block.findIndex((line, index) => index < 2 && line.includes('-->'))
  const timing = TIMING.exec(block[at] ?? '')
  if (at < 0) return { cues: [], aside: [otherKind(/^(?:NOTE|STYLE|REGION)(?![^\s:])/.exec(block[0] ?? '')?.[0] ?? 'block')] }
  if (!timing) return { cues: [], aside: [missing('cue', 'timing')] }
  const [start, end] = [secondsAt(timing.slice(1, 5)), secondsAt(timing.slice(5, 9))]
  if (end < start) return { cues: [], aside: [missing('cue', 'timing')] }
  return { cues: voicesOf(block.slice(at + 1).join(' ')).map((voice) => ({ ...voice, start, end })), aside: [] }
}

function secondsAt([hours, minutes, seconds, milliseconds]: readonly (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(milliseconds) / 1000
}

/** What each voice says in a cue; other tags are taken away. */
function voicesOf(payload: string): readonly { readonly name: string; readonly text: string }[] {
  const voices = [{ name: '', text: '' }]
  let at = 0
  while (at < payload.length) {
    const open = payload.indexOf('<', at)
    const close = open < 0 ? -1 : payload.indexOf('>', open)
    const last = voices.at(-1)
    if (last) last.text += payload.slice(at, close < 0 ? payload.length : open)
    if (close < 0) break
    const name = /^v(?:\.[^\s.]{1,30}){0,9}[ \t](.{1,60})$/.exec(payload.slice(open + 1, Math.min(close, open + 400)))?.[1]
    if (name !== undefined) voices.push({ name: decoded(name).trim(), text: '' })
    at = close + 1
  }
  return voices.map(({ name, text }) => ({ name, text: decoded(text).trim() })).filter(({ text }) => text !== '')
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
}
