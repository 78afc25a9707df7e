import { lazy, startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { Profile } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { Channel } from '../core/vocabulary.ts'
import { buildMachines } from '../engine/machines.ts'
import type { CallSummary } from '../store/summary.ts'
import { useLatest } from '../ui/use-latest.ts'
import { callAt } from './call-address.ts'
import type { OpenedEar } from './hearing/ear.ts'
import { createCallListener } from './panel/call-listener.ts'
import { loadForms } from './panel/forms/load-forms.tsx'
import { type Host, NO_HOST } from './panel/host/host.ts'
import { followHost, type LiveCall } from './panel/host/hosted-calls.ts'
import { Panel } from './panel/panel.tsx'
import type { Recall } from './panel/recall.ts'
import { bringBackLeftovers, findOpenCalls, type ResumeProblem, resumeSession } from './panel/resume.ts'
import { saveAsFile } from './panel/save-file.ts'
import { type Session, type SessionHome, startSession } from './panel/session.ts'
import { preloadStrips } from './panel/strips/strips.tsx'
import { useSettings } from './settings-context.ts'
import { StartPage } from './start/start-page.tsx'
import { toResume } from './unfinished.ts'
import type { UpdateOffer } from './update.ts'
import { useWords } from './words.tsx'

// A newcomer sees it once; nobody who takes a call waits for it.
const Demo = lazy(() => import('./panel/demo/demo.tsx').then((module) => ({ default: module.Demo })))

export interface AppProps {
  readonly home: SessionHome
  readonly pack: CompiledPack
  readonly updates?: UpdateOffer
  /** Gets the recogniser; calls are not heard without. */
  readonly openEar?: () => Promise<OpenedEar>
  /** What tells about calls from outside. */
  readonly host?: Host
}

type Screen =
  | { readonly at: 'opening' }
  | { readonly at: 'start'; readonly unfinished: readonly CallSummary[]; readonly problem?: ResumeProblem | 'store' }
  | { readonly at: 'call'; readonly live: LiveCall }
  | { readonly at: 'demo' }

const noEar = async (): Promise<OpenedEar> => ({ ok: false, trouble: 'unreachable' })

/** The address named a call that is left now. */
function forgetAddress(): void {
  if (callAt(location.hash) !== undefined) history.replaceState(null, '', location.pathname + location.search)
}

/** What asks other calls; fetched behind the first card. A call goes on without where it cannot be. */
function recallLater(session: Session, { store, clock }: SessionHome): Recall {
  const opening = import('./panel/recall.ts').then(({ createRecall }) => createRecall(session, store, clock)).catch(() => undefined)
  return {
    again: async () => (await opening)?.again(),
    close: () => void opening.then((recall) => recall?.close()),
  }
}

/** Which screen is on: the start page, a call, or the demo. A call that was cut off goes on by itself. */
export function App({ home, pack, updates, openEar = noEar, host = NO_HOST }: AppProps) {
  const { i18n, t } = useWords()
  const [{ agent }] = useSettings()
  const [screen, setScreen] = useState<Screen>({ at: 'opening' })

  /** What is on the panel now: news from outside does not wait for the next rendering. */
  const live = useRef<LiveCall>(undefined)
  const show = useCallback((next: Screen) => {
    if (live.current && (next.at !== 'call' || next.live !== live.current)) {
      live.current.listener.close()
      live.current.recall.close()
    }
    live.current = next.at === 'call' ? next.live : undefined
    setScreen(next)
  }, [])
  const onPanel = useCallback(
    (session: Session) => {
      const recall = recallLater(session, home)
      show({ at: 'call', live: { session, listener: createCallListener(session, openEar), recall } })
    },
    [show, openEar, home],
  )

  const toStart = useCallback(
    async (problem?: ResumeProblem | 'store') => {
      forgetAddress()
      const unfinished = await findOpenCalls(home.store).catch(() => [])
      show({ at: 'start', unfinished, ...(problem ? { problem } : {}) })
    },
    [home, show],
  )
  const resume = useCallback(
    async (call: string) => {
      try {
        const resumed = await resumeSession(home, pack, call)
        if (resumed.ok) return onPanel(resumed.session)
        saveAsFile(resumed.log)
        await toStart(resumed.why)
      } catch {
        await toStart('store')
      }
    },
    [home, pack, toStart, onPanel],
  )
  const start = useLatest((channel: Channel, profile: Profile = {}, by: string = agent) => {
    live.current?.session.close()
    forgetAddress()
    onPanel(startSession(home, pack, { channel, profile, ...(by ? { agent: by } : {}) }))
  })

  useEffect(() => {
    let left = false
    bringBackLeftovers(home, pack)
      .then(() => findOpenCalls(home.store))
      .then((calls) => toResume(calls, home.clock()))
      .catch(() => undefined)
      .then((call) => {
        const wanted = callAt(location.hash) ?? call?.id
        if (!left) void (wanted === undefined ? toStart() : resume(wanted))
      })
    return () => {
      left = true
    }
  }, [home, pack, resume, toStart])

  // Another desk has taken the place of this one: the call goes on when this one is back, and is free meanwhile.
  useEffect(
    () => () => {
      live.current?.listener.close()
      live.current?.recall.close()
      live.current?.session.close()
    },
    [],
  )

  const session = screen.at === 'call' ? screen.live.session : undefined
  useEffect(() => {
    if (!session) return
    addEventListener('pagehide', session.leave)
    return () => removeEventListener('pagehide', session.leave)
  }, [session])

  const identify = useCallback(
    (session: Session, number: string) =>
      home.refs.refOf(number).then((ref) => ref !== undefined && (session.dispatch({ type: 'IdentifyCustomer', ref }) || true)),
    [home],
  )

  async function keepEarlier(call: string, made: string, recall: Recall): Promise<void> {
    const { keepPromise } = await import('./keep-promise.ts')
    await keepPromise(home, pack, call, made)
    await recall.again()
  }

  const opened = screen.at !== 'opening'
  useEffect(() => {
    // What the host tells before waits, so that a call which goes on here is joined and not begun anew.
    return opened ? host.listen(followHost({ live: () => live.current, begin: start, identify })) : undefined
  }, [opened, host, start, identify])

  useEffect(() => {
    if (!opened) return
    // Once something is on show, and before anybody has read it.
    const idle = setTimeout(() => {
      buildMachines(pack)
      // What fails to load is tried again when it is needed.
      preloadStrips().catch(() => {})
      loadForms(i18n).catch(() => {})
    }, 100)
    return () => clearTimeout(idle)
  }, [opened, pack, i18n])

  switch (screen.at) {
    case 'opening':
      return null
    case 'start':
      return (
        <StartPage
          pack={pack}
          unfinished={screen.unfinished}
          updates={updates}
          problem={screen.problem && t(`problem.${screen.problem}`)}
          onStart={(channel) => start(channel)}
          onResume={(call) => void resume(call)}
          // The start page stays in sight until the demo is there.
          onDemo={() => startTransition(() => show({ at: 'demo' }))}
        />
      )
    case 'call': {
      const { session, listener, recall } = screen.live
      return (
        <Panel
          key={session.snapshot().call.state.id}
          session={session}
          listener={listener}
          host={host}
          onIdentify={(number) => identify(session, number)}
          onKeepEarlier={(call, made) => void keepEarlier(call, made, recall)}
          onNext={(channel) => start(channel)}
          onHome={() => {
            session.close()
            void toStart()
          }}
        />
      )
    }
    case 'demo':
      return <Demo pack={pack} onStart={(channel) => start(channel)} onLeave={() => void toStart()} />
  }
}
