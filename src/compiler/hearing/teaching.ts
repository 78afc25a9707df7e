import { wordingsOf } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { Act, Signal, Violation } from '../../core/vocabulary.ts'
import type { TaughtFrames } from './frame-files.ts'
import type { AgentLesson, CustomerLesson, Lessons } from './lessons.ts'

/** Where something was written, which teaches nothing. */
type Place = 'file' | 'path' | 'about'

/** What the lines, scenarios and moves of a pack teach by themselves. */
interface PackTeaching {
  /** Approved wordings, with what their lines do. */
  readonly approved: readonly { readonly text: string; readonly acts: readonly Act[] }[]
  /** What agents should not say, and why. */
  readonly wrong: readonly { readonly text: string; readonly violation: Violation }[]
  /** Examples of every scenario. */
  readonly examples: Readonly<Record<string, readonly string[]>>
  /** The signals that each move carries. */
  readonly carries: Readonly<Record<string, readonly Signal[]>>
}

/**
 * All that a recogniser is learnt from, and nothing else, so that an edit that teaches nothing needs no other one: lessons without where each was
 * written, and what the pack itself teaches. Plain data, which threads can be handed.
 */
export interface Teaching extends Pick<Lessons, 'words' | 'moves' | 'thresholds'> {
  readonly own: PackTeaching
  readonly customer: readonly Omit<CustomerLesson, Place>[]
  readonly agent: readonly Omit<AgentLesson, Place>[]
  readonly frames: TaughtFrames
}

/** What a pack and its lessons teach. */
export function teachingOf(pack: CompiledPack, { customer, agent, frames, words, moves, thresholds }: Lessons): Teaching {
  return {
    own: ownTeachingOf(pack),
    words,
    moves,
    thresholds,
    customer: customer.map(({ file: _file, path: _path, about: _about, ...lesson }) => lesson),
    agent: agent.map(({ file: _file, path: _path, about: _about, ...lesson }) => lesson),
    frames: { ...frames, frames: frames.frames.map(({ file: _file, ...frame }) => frame) },
  }
}

function ownTeachingOf({ lines, swaps, scenarios, moves }: CompiledPack): PackTeaching {
  return {
    approved: Object.values(lines).flatMap((line) => wordingsOf(line).map((text) => ({ text, acts: line.acts }))),
    wrong: Object.values(swaps).flatMap(({ not, match, violation }) => [not, ...match].map((text) => ({ text, violation }))),
    examples: Object.fromEntries(Object.values(scenarios).map(({ id, cues }) => [id, cues.examples])),
    carries: Object.fromEntries(Object.values(moves).map(({ id, signals }) => [id, signals])),
  }
}
