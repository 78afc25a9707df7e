import type { Title } from '../../../core/pack.ts'
import type { Beat } from './demo-script.ts'

/** How far a demo has been played, and whether it goes on by itself. */
export interface Playback {
  /** Beats that have been played. */
  readonly played: number
  readonly playing: boolean
}

export type PlaybackStep = 'next' | 'toggle' | 'again'

/** The playback after a step of the one who watches, or of the clock. */
export function stepped(script: readonly Beat[], playback: Playback, step: PlaybackStep): Playback {
  switch (step) {
    case 'next':
      return { ...playback, played: Math.min(script.length, playback.played + 1) }
    case 'toggle':
      return { ...playback, playing: !playback.playing }
    case 'again':
      return { played: 0, playing: true }
  }
}

/** Milliseconds from the last beat to the next; `undefined` once all have been played. */
export function pauseBefore(script: readonly Beat[], played: number): number | undefined {
  const next = script[played]
  return next && (next.at - (script[played - 1]?.at ?? 0)) * 1000
}

/** What stands over the panel: the customer's last words, and what there was to notice last. */
export function captionsAt(script: readonly Beat[], played: number): { readonly customer?: string; readonly caption?: Title } {
  const past = script.slice(0, played)
  const customer = past.findLast((beat) => beat.customer)?.customer
  const caption = past.findLast((beat) => beat.caption)?.caption
  return { ...(customer ? { customer } : {}), ...(caption ? { caption } : {}) }
}
