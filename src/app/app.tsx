import { lazy, startTransition, useCallback, useEffect, useState } from 'react'
import type { CompiledPack } from '../core/pack.ts'
import type { Channel } from '../core/vocabulary.ts'
import { buildMachines } from '../engine/machines.ts'
import type { CallSummary } from '../store/summary.ts'
import { Panel } from './panel/panel.tsx'
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
}

type Screen =
  | { readonly at: 'opening' }
  | { readonly at: 'start'; readonly unfinished: readonly CallSummary[]; readonly problem?: ResumeProblem | 'store' }
  | { readonly at: 'call'; readonly session: Session }
  | { readonly at: 'demo' }

/** Which screen is on: the start page, a call, or the demo. A call that was cut off goes on by itself. */
export function App({ home, pack, updates }: AppProps) {
  const { t } = useWords()
  const [{ agent }] = useSettings()
  const [screen, setScreen] = useState<Screen>({ at: 'opening' })

  const toStart = useCallback(
    async (problem?: ResumeProblem | 'store') => {
      const unfinished = await findOpenCalls(home.store).catch(() => [])
      setScreen({ at: 'start', unfinished, ...(problem ? { problem } : {}) })
    },
    [home],
  )
  const resume = useCallback(
    async (call: string) => {
      try {
        const resumed = await resumeSession(home, pack, call)
        if (resumed.ok) return setScreen({ at: 'call', session: resumed.session })
        saveAsFile(resumed.log)
        await toStart(resumed.why)
      } catch {
        await toStart('store')
      }
    },
    [home, pack, toStart],
  )
  const start = (channel: Channel) => {
    const session = startSession(home, pack, { channel, profile: {}, ...(agent ? { agent } : {}) })
    setScreen({ at: 'call', session })
  }

  useEffect(() => {
    let left = false
    bringBackLeftovers(home, pack)
      .then(() => findOpenCalls(home.store))
      .then((calls) => toResume(calls, home.clock()))
      .catch(() => undefined)
      .then((call) => {
        if (!left) void (call ? resume(call.id) : toStart())
      })
    return () => {
      left = true
    }
  }, [home, pack, resume, toStart])

  const session = screen.at === 'call' ? screen.session : undefined
  useEffect(() => {
    if (!session) return
    addEventListener('pagehide', session.leave)
    return () => removeEventListener('pagehide', session.leave)
  }, [session])

  const opened = screen.at !== 'opening'
  useEffect(() => {
    if (!opened) return
    // Once something is on show, and before anybody has read it.
    const idle = setTimeout(() => {
      buildMachines(pack)
      // What fails to load is tried again when it is needed.
      preloadStrips().catch(() => {})
    }, 100)
    return () => clearTimeout(idle)
  }, [opened, pack])

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
          onStart={start}
          onResume={(call) => void resume(call)}
          // The start page stays in sight until the demo is there.
          onDemo={() => startTransition(() => setScreen({ at: 'demo' }))}
        />
      )
    case 'call': {
      const { session } = screen
      return (
        <Panel
          key={session.snapshot().call.state.id}
          session={session}
          onNext={(channel) => {
            session.close()
            start(channel)
          }}
          onHome={() => {
            session.close()
            void toStart()
          }}
        />
      )
    }
    case 'demo':
      return <Demo pack={pack} onStart={start} onLeave={() => void toStart()} />
  }
}
