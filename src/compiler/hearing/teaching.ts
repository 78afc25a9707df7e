import type { TaughtFrames } from './frame-files.ts'
import type { AgentLesson, CustomerLesson, Lessons } from './lessons.ts'

/** Where something was written, which teaches nothing. */
type Place = 'file' | 'path' | 'about'

/** Lessons without where each was written: plain data that threads can be handed, and all that a recogniser is learnt from. */
export interface Teaching extends Pick<Lessons, 'words' | 'moves' | 'thresholds'> {
  readonly customer: readonly Omit<CustomerLesson, Place>[]
  readonly agent: readonly Omit<AgentLesson, Place>[]
  readonly frames: TaughtFrames
}

/** What lessons teach. */
export function teachingOf({ customer, agent, frames, ...others }: Lessons): Teaching {
  return {
    ...others,
    customer: customer.map(({ file: _file, path: _path, about: _about, ...lesson }) => lesson),
    agent: agent.map(({ file: _file, path: _path, about: _about, ...lesson }) => lesson),
    frames: { ...frames, frames: frames.frames.map(({ file: _file, ...frame }) => frame) },
  }
}
