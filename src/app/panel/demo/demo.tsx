import { useEffect, useReducer, useState } from 'react'
import type { CompiledPack } from '../../../core/pack.ts'
import { view } from '../../../core/view.ts'
import type { Channel } from '../../../core/vocabulary.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { actionFor } from '../intents.ts'
import { LitKeys } from '../key-button.tsx'
import type { KeyAction } from '../keys.ts'
import { Panel } from '../panel.tsx'
import { type Session, startSession } from '../session.ts'
import styles from './demo.module.css'
import { createDemoHome } from './demo-home.ts'
import { type Beat, DEMO_SCRIPT } from './demo-script.ts'
import { captionsAt, type Playback, type PlaybackStep, pauseBefore, stepped } from './playback.ts'

export interface DemoProps {
  readonly pack: CompiledPack
  /** Begins a real call, once the demo has shown what one is like. */
  readonly onStart: (channel: Channel) => void
  readonly onLeave: () => void
}

/** A scripted call at the pace of a real one, on the very panel that agents use; nothing of it is kept. */
export function Demo(props: DemoProps) {
  const [round, setRound] = useState(0)
  return <Played key={round} {...props} onAgain={() => setRound(round + 1)} />
}

/** How long a key is lit before it acts, so that the eye finds it first; and how long it stays lit. */
const LIT_BEFORE = 450
const LIT_AFTER = 350

function Played({ pack, onStart, onLeave, onAgain }: DemoProps & { readonly onAgain: () => void }) {
  const { t, title } = useWords()
  const [session] = useState(() => startSession(createDemoHome(), pack, { channel: 'phone', profile: {} }))
  const [{ played, playing }, step] = useReducer((playback: Playback, taken: PlaybackStep) => stepped(DEMO_SCRIPT, playback, taken), {
    played: 0,
    playing: true,
  })
  const lit = usePlayed(session, DEMO_SCRIPT[played - 1], played)
  const over = played === DEMO_SCRIPT.length

  useEffect(() => {
    const pause = playing ? pauseBefore(DEMO_SCRIPT, played) : undefined
    if (pause === undefined) return
    const timer = setTimeout(step, pause, 'next')
    return () => clearTimeout(timer)
  }, [played, playing])

  const controls = over
    ? [
        { code: 'Space', label: '␣', words: t('demo.again'), run: onAgain },
        { code: 'Escape', label: 'Esc', words: t('demo.leave'), run: onLeave },
      ]
    : [
        { code: 'Space', label: '␣', words: playing ? t('demo.pause') : t('demo.play'), run: () => step('toggle') },
        { code: 'ArrowRight', label: '→', words: t('demo.next'), run: () => step('next') },
        { code: 'Escape', label: 'Esc', words: t('demo.leave'), run: onLeave },
      ]
  useOwnKeys(controls)

  const { customer, caption } = captionsAt(DEMO_SCRIPT, played)
  return (
    <main className={styles.demo}>
      <section className={styles.captions} aria-label={t('demo.title')}>
        <p className={styles.customer} aria-live="polite">
          {customer && (
            <>
              <span className={styles.who}>{t('demo.customer')}</span>
              <span lang="zh-Hans">{customer}</span>
            </>
          )}
        </p>
        <p className={styles.caption} aria-live="polite">
          {over ? t('demo.over') : caption && title(caption)}
        </p>
        <div className={styles.controls}>
          <h1 className={styles.title}>{t('demo.title')}</h1>
          {controls.map(({ code, label, words, run }) => (
            <button key={code} type="button" aria-keyshortcuts={code} onClick={run}>
              <KeyCap label={label} />
              {words}
            </button>
          ))}
        </div>
      </section>
      <LitKeys value={lit}>
        <Panel session={session} watched onNext={onStart} onHome={onLeave} />
      </LitKeys>
    </main>
  )
}

/** Presses the key of a beat: lights it, then lets it act. A beat that is cut short has acted all the same. */
function usePlayed(session: Session, beat: Beat | undefined, played: number): KeyAction | undefined {
  const [lit, setLit] = useState<{ readonly played: number; readonly action: KeyAction | undefined }>()
  useEffect(() => {
    let command = beat?.command
    if (!command) return
    const { call } = session.snapshot()
    const action = actionFor(command, view(call.state, call.pack, Date.now()))
    setLit({ played, action })
    const act = () => {
      if (command) session.dispatch(command)
      command = undefined
    }
    const acting = setTimeout(act, LIT_BEFORE)
    const dimming = setTimeout(() => setLit(undefined), LIT_BEFORE + LIT_AFTER)
    return () => {
      clearTimeout(acting)
      clearTimeout(dimming)
      act()
    }
  }, [session, beat, played])
  return lit?.played === played ? lit.action : undefined
}
