import type { i18n } from 'i18next'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import type { CompiledPack } from '../core/pack.ts'
import type { ShippedPack } from '../core/shipped-pack.ts'
import type { SettingsStore } from '../store/settings.ts'
import { App } from './app.tsx'
import { deskAt, useDesk } from './desk.ts'
import { FaultBoundary } from './fault-boundary.tsx'
import { openHearing } from './hearing/open-hearing.ts'
import { loadDictionary, loadPack } from './load-pack.ts'
import { openBrowserHome } from './panel/browser-home.ts'
import { openBrowserHost } from './panel/host/browser-host.ts'
import { type Host, NO_HOST } from './panel/host/host.ts'
import type { SessionHome } from './panel/session.ts'
import { preloadReflexes } from './panel/strips/strips.tsx'
import { SettingsContext, useSettings } from './settings-context.ts'
import { Stopped } from './stopped.tsx'
import type { Dictionary } from './traditional-pack.ts'
import type { UpdateOffer } from './update.ts'
import { useWords, WordsProvider } from './words.tsx'

// In no build: it stands beside authors under `npm run dev`.
const Editing = import.meta.env.DEV
  ? lazy(() => import('./editing/editing.tsx').then((module) => ({ default: module.Editing })))
  : undefined

// Whoever takes a call waits for no book.
const Book = lazy(() => import('./book/book.tsx').then((module) => ({ default: module.Book })))

// Nor for the day's desk.
const Cases = lazy(() => import('./cases/cases.tsx').then((module) => ({ default: module.Cases })))

// Nor for the drill desk.
const Drills = lazy(() => import('./drills/drills.tsx').then((module) => ({ default: module.Drills })))

export interface RootProps {
  readonly words: i18n
  readonly settings: SettingsStore
  readonly shipped: ShippedPack
  readonly updates: UpdateOffer
}

/** Everything that the app stands on: words, settings, the pack, and somewhere to keep calls. */
export function Root({ words, settings, shipped: built, updates }: RootProps) {
  const [shipped, setShipped] = useState(built)
  const onPacks = useCallback(
    (packs: readonly ShippedPack[]) => {
      const now = packs.find(({ id }) => id === built.id)
      // A call runs on the pack that it began with; whoever is at the panel starts over with the new one.
      if (deskAt(location.hash) === 'panel') location.reload()
      else if (now) setShipped(now)
    },
    [built],
  )
  return (
    <SettingsContext value={settings}>
      <Worded words={words} shipped={shipped}>
        <Guarded>
          <Desks words={words} shipped={shipped} updates={updates} />
        </Guarded>
        {Editing && (
          <Suspense>
            <Editing onPacks={onPacks} />
          </Suspense>
        )}
      </Worded>
    </SettingsContext>
  )
}

function Worded({ words, shipped, children }: Pick<RootProps, 'words' | 'shipped'> & { readonly children: ReactNode }) {
  return (
    <WordsProvider i18n={words} dictionary={useDictionary(shipped)}>
      {children}
    </WordsProvider>
  )
}

/** A call goes on where it was when the window is loaded again, so that is what is offered for every fault. */
function Guarded({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <FaultBoundary instead={<Stopped words={t('fault.words')} action={t('fault.reload')} onAct={() => location.reload()} />}>
      {children}
    </FaultBoundary>
  )
}

function Desks({ words, shipped, updates }: Pick<RootProps, 'words' | 'shipped' | 'updates'>) {
  const desk = useDesk()
  // Around both, so that the one that is left stays in sight until the other one is there.
  return <Suspense>{atDesk()}</Suspense>

  function atDesk(): ReactNode {
    switch (desk) {
      case 'panel':
        return <Loaded shipped={shipped} updates={updates} />
      case 'book':
        return <Book words={words} shipped={shipped} />
      case 'drills':
        return <Drills words={words} shipped={shipped} />
      case 'cases':
        return <Cases words={words} shipped={shipped} openHome={openBrowserHome} />
    }
  }
}

type Loading =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'loaded'; readonly pack: CompiledPack; readonly home: SessionHome }

function Loaded({ shipped, updates }: Pick<RootProps, 'shipped' | 'updates'>) {
  const { t } = useWords()
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  const load = useCallback(() => {
    // Not waited for: what fails to load is tried again when it is needed.
    preloadReflexes().catch(() => {})
    Promise.all([loadPack(shipped), openBrowserHome()]).then(
      ([pack, home]) => setLoading({ state: 'loaded', pack, home }),
      () => setLoading({ state: 'failed' }),
    )
  }, [shipped])
  useEffect(load, [load])
  const host = useHost()
  const openEar = useCallback(() => openHearing(shipped.hearingUrl), [shipped])

  switch (loading.state) {
    case 'loading':
      return null
    case 'failed':
      return <Stopped words={t('loading.failed')} action={t('loading.retry')} onAct={load} />
    case 'loaded':
      return <App home={loading.home} pack={loading.pack} host={host} openEar={openEar} updates={updates} />
  }
}

/** What tells about calls from outside, once the server has said who may. No card waits for that. */
function useHost(): Host {
  const [host, setHost] = useState(NO_HOST)
  useEffect(() => {
    const opening = openBrowserHost()
    void opening.then(setHost)
    return () => void opening.then((opened) => opened.close())
  }, [])
  return host
}

/** The pack's Traditional texts while they are chosen; until they have come, Simplified is shown. */
function useDictionary(shipped: ShippedPack): Dictionary | undefined {
  const [{ language }] = useSettings()
  const [dictionary, setDictionary] = useState<Dictionary>()
  const wanted = language === 'zh-Hant'
  useEffect(() => {
    if (wanted) loadDictionary(shipped).then(setDictionary, () => setDictionary(undefined))
  }, [wanted, shipped])
  return wanted ? dictionary : undefined
}
