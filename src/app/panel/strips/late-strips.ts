import type { ComponentType } from 'react'
import { EndStrip } from './end-strip.tsx'
import { KeymapStrip } from './keymap-strip.tsx'
import { NoteStrip } from './note-strip.tsx'
import { ProfileStrip } from './profile-strip.tsx'
import { SettingsStrip } from './settings-strip.tsx'
import { SourceStrip } from './source-strip.tsx'
import type { StripProps } from './strip-props.ts'

/** Strips that are fetched together once something is on show. */
export const LATE_STRIPS = {
  profile: ProfileStrip,
  note: NoteStrip,
  source: SourceStrip,
  settings: SettingsStrip,
  keymap: KeymapStrip,
  end: EndStrip,
} as const satisfies Readonly<Record<string, ComponentType<StripProps>>>
