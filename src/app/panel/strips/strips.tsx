import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react'
import type { CompiledPack } from '../../../core/pack.ts'
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

// These bring with them what no first card needs.
const LOAD = {
  search: () => import('./search-strip.tsx').then((module) => module.SearchStrip),
  hear: () => import('./hear-strip.tsx').then((module) => module.HearStrip),
} as const satisfies Partial<Record<Strip, () => Promise<ComponentType<StripProps>>>>
const loaded: Partial<Record<Strip, ComponentType<StripProps>>> = {}

/** Loads what strips bring with them. Until then the first letters typed after opening one would be lost. */
export async function preloadStrips(): Promise<void> {
  loaded.search = await LOAD.search()
  loaded.hear = await LOAD.hear()
}

/** How long a call is on show before its search is made ready, in milliseconds: nobody looks for a line before. */
const SOON = 500

/** Makes the search of a pack ready beside the page, before it is opened. */
export function useReadySearch(pack: CompiledPack): void {
  useEffect(() => {
    const soon = setTimeout(() => {
      // What fails to load is tried again when it is needed.
      import('./finder.ts').then(({ finderFor }) => finderFor(pack)).catch(() => {})
    }, SOON)
    return () => clearTimeout(soon)
  }, [pack])
}

const STRIP_OF = {
  scenarios: ScenarioStrip,
  emergency: EmergencyStrip,
  search: lazy(async () => ({ default: await LOAD.search() })),
  hear: lazy(async () => ({ default: await LOAD.hear() })),
  profile: ProfileStrip,
  note: NoteStrip,
  source: SourceStrip,
  settings: SettingsStrip,
  keymap: KeymapStrip,
  end: EndStrip,
} as const satisfies Record<Strip, unknown>

/** The strip that is open over the lower half. */
export function OpenStrip({ strip, ...props }: StripProps & { readonly strip: Strip }) {
  // Once open it stays the same component, and with it what was typed.
  const Strip = useMemo(() => loaded[strip] ?? STRIP_OF[strip], [strip])
  return (
    <Suspense>
      <Strip {...props} />
    </Suspense>
  )
}
