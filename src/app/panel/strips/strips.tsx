import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react'
import type { CompiledPack } from '../../../core/pack.ts'
import type { Strip } from '../intents.ts'
import { EmergencyStrip } from './emergency-strip.tsx'
import { KeptKeys } from './kept-keys.tsx'
import type { LATE_STRIPS } from './late-strips.ts'
import { ScenarioStrip } from './scenario-strip.tsx'
import type { StripProps } from './strip-props.ts'

type Load = () => Promise<ComponentType<StripProps>>

const late =
  (strip: keyof typeof LATE_STRIPS): Load =>
  () =>
    import('./late-strips.ts').then((module) => module.LATE_STRIPS[strip])

// None of them is needed for a first card; what is pressed within its first second comes with it.
// What is typed into first: that is the order in which they are fetched. Keys of the others are kept until they are there.
const LOAD: Readonly<Record<Exclude<Strip, 'emergency' | 'scenarios'>, Load>> = {
  search: () => import('./search-strip.tsx').then((module) => module.SearchStrip),
  hear: () => import('./hear-strip.tsx').then((module) => module.HearStrip),
  profile: late('profile'),
  note: late('note'),
  end: late('end'),
  source: late('source'),
  settings: late('settings'),
  keymap: late('keymap'),
  standing: () => import('./standing-strip.tsx').then((module) => module.StandingStrip),
  concessions: () => import('./concession-strip.tsx').then((module) => module.ConcessionStrip),
}
const loaded: Partial<Record<Strip, ComponentType<StripProps>>> = { emergency: EmergencyStrip, scenarios: ScenarioStrip }

/** Loads the strips that are opened by reflex, beside the pack: before there is a call there is no key for them. */
export async function preloadReflexes(): Promise<void> {
  const { LATE_STRIPS } = await import('./late-strips.ts')
  Object.assign(loaded, LATE_STRIPS)
}

/** Loads what strips and the end of a call bring with them. Until then the first letters typed after opening one would be lost. */
export async function preloadStrips(): Promise<void> {
  for (const [strip, load] of Object.entries(LOAD) as [Strip, Load][]) loaded[strip] = await load()
  await import('../wrap-up.tsx')
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

const FETCHED = Object.fromEntries(Object.entries(LOAD).map(([strip, load]) => [strip, lazy(async () => ({ default: await load() }))]))

/** The strip that is open over the lower half. */
export function OpenStrip({ strip, ...props }: StripProps & { readonly strip: Strip }) {
  // Once open it stays the same component, and with it what was typed.
  const Strip = useMemo(() => loaded[strip] ?? FETCHED[strip] ?? EmergencyStrip, [strip])
  return (
    <Suspense fallback={<KeptKeys />}>
      <Strip {...props} />
    </Suspense>
  )
}
