import type { Command } from '../../core/events.ts'

/** That something was said, and what it shows. */
export type Hear = Extract<Command, { type: 'Hear' }>
