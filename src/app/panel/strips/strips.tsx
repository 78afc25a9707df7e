import { lazy, Suspense } from 'react'
import type { Strip } from '../intents.ts'
import { EmergencyStrip } from './emergency-strip.tsx'
import { EndStrip } from './end-strip.tsx'
import { KeymapStrip } from './keymap-strip.tsx'
import { NoteStrip } from './note-strip.tsx'
import { ProfileStrip } from './profile-strip.tsx'
import { ScenarioStrip } from './scenario-strip.tsx'
import { SettingsStrip } from './settings-strip.tsx'
import { SourceStrip } from './source-strip.tsx'
import type { StripProps } from './strip-props.ts'

// The search brings a library with it that no first card needs.
const SearchStrip = lazy(() => import('./search-strip.tsx').then((module) => ({ default: module.SearchStrip })))

const STRIP_OF = {
  scenarios: ScenarioStrip,
  emergency: EmergencyStrip,
  search: SearchStrip,
  profile: ProfileStrip,
  note: NoteStrip,
  source: SourceStrip,
  settings: SettingsStrip,
  keymap: KeymapStrip,
  end: EndStrip,
} as const satisfies Record<Strip, unknown>

/** The strip that is open over the lower half. */
export function OpenStrip({ strip, ...props }: StripProps & { readonly strip: Strip }) {
  const Strip = STRIP_OF[strip]
  return (
    <Suspense>
      <Strip {...props} />
    </Suspense>
  )
}
