import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { Channel, Stage } from '../../core/vocabulary.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { useMedia } from '../../ui/use-media.ts'
import { useNextFrame } from '../../ui/use-next-frame.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useSlowPage } from '../../ui/use-slow-page.ts'
import { useWords } from '../words.tsx'
import { Band } from './band.tsx'
import { CallCurve } from './call-curve.tsx'
import { type CallListener, NOBODY_LISTENS } from './call-listener.ts'
import { Card } from './card.tsx'
import { CheckpointList } from './checkpoint-list.tsx'
import { EarBar } from './ear-bar.tsx'
import { Footer } from './footer.tsx'
import { Gauges } from './gauges.tsx'
import { Guide } from './guide.tsx'
import { Header } from './header.tsx'
import { type Host, NO_HOST } from './host/host.ts'
import { intentOf, type Strip } from './intents.ts'
import { actionOf, type KeyAction } from './keys.ts'
import { Moves } from './moves.tsx'
import styles from './panel.module.css'
import { Promises } from './promises.tsx'
import { saveAsFile } from './save-file.ts'
import type { Session } from './session.ts'
import { OpenStrip, useReadySearch } from './strips/strips.tsx'
import { useCallView } from './use-call-view.ts'

// A side panel has no room for it.
const StoryList = lazy(() => import('./story-list.tsx').then((module) => ({ default: module.StoryList })))
// Nothing of it is needed before the end.
const WrapUp = lazy(() => import('./wrap-up.tsx').then((module) => ({ default: module.WrapUp })))

export interface PanelProps {
  readonly session: Session
  /** What hears this call; nobody does when it is left out. */
  readonly listener?: CallListener
  /** The telephone system, as far as there is one. */
  readonly host?: Pick<Host, 'state' | 'subscribe'>
  /** Whether it is only looked at, while something else sends the commands. */
  readonly watched?: boolean
  /** Whether it stands in a column beside something else, which has the page's main region. */
  readonly beside?: boolean
  /** Takes the place of the field for what was said, where talk is typed elsewhere. */
  readonly onTalk?: () => void
  /** Begins the next call once this one has ended. */
  readonly onNext: (channel: Channel) => void
  readonly onHome: () => void
  readonly onIdentify?: (number: string) => Promise<boolean>
  /** Writes into an earlier call that a promise of it is kept. */
  readonly onKeepEarlier?: (call: string, made: string) => void
}

/** A call as its agent sees it. One column beside the phone; a second one where the window is wide. */
export function Panel({
  session,
  listener = NOBODY_LISTENS,
  host = NO_HOST,
  watched = false,
  beside = false,
  onTalk,
  onNext,
  onHome,
  onIdentify,
  onKeepEarlier,
}: PanelProps) {
  const { t } = useWords()
  const shown = useCallView(session)
  const [strip, setStrip] = useState<Strip>()
  const wide = useMedia('(min-width: 56.25rem)') && !beside
  const { snapshot, view, pack } = shown
  useReadySearch(pack)
  const { ended } = view
  const slow = useSlowPage()
  // On a slow machine the words to say come a frame before everything below and beside them. Keys go by the call all the same.
  const newest = useMemo(() => ({ ...view, call: snapshot.call }), [view, snapshot.call])
  const rest = useNextFrame(newest, slow)
  const line = useSyncExternalStore(host.subscribe, host.state)
  const listening = view.listening !== undefined || line.connected || line.refused.total > 0

  const close = () => setStrip(undefined)
  const takeOver = () => void session.takeOver()
  const press = useLatest((action: KeyAction) => {
    if (!snapshot.writable) return
    const intent = intentOf(action, view)
    if (intent?.type === 'command') session.dispatch(intent.command)
    if (intent?.type === 'keep-earlier') onKeepEarlier?.(intent.call, intent.made)
    if (intent?.type === 'strip' && intent.strip === 'hear' && onTalk) onTalk()
    else if (intent?.type === 'strip' && !ended) setStrip(intent.strip)
  })
  const goTo = useCallback((stage: Stage) => void session.dispatch({ type: 'GoToStage', stage }), [session])
  useShortcuts((event) => {
    if (watched) return false
    if (strip) {
      if (event.code !== 'Escape') return false
      close()
      return true
    }
    if (!snapshot.writable) {
      if (event.code === 'KeyT') takeOver()
      else if (event.code === 'Escape') onHome()
      else return false
      return true
    }
    const action = ended ? undefined : actionOf(event)
    if (action) press(action)
    return action !== undefined
  })

  // Whoever only watches has a main region of their own around this one.
  const Frame = watched || beside ? 'section' : 'main'
  const curve = <CallCurve stages={rest.stages} curve={rest.curve} checkpoints={rest.checkpoints} {...(ended ? {} : { onGoTo: goTo })} />
  return (
    <Frame
      className={styles.panel}
      data-watched={watched || undefined}
      data-beside={beside || undefined}
      data-listening={listening || undefined}
      inert={watched && !ended}
      aria-label={t('header.label')}
    >
      <Header
        who={view.who}
        channel={view.channel}
        history={view.history}
        ended={ended}
        startedAt={snapshot.call.state.startedAt}
        {...(watched || beside ? {} : { saving: snapshot.saving })}
        onPress={press}
      />
      <Band shown={shown} onTakeOver={takeOver} onHome={onHome} onExport={() => saveAsFile(session.exportLog())} />
      {!wide && <div className={styles.curve}>{curve}</div>}
      {ended ? (
        <Suspense>
          <WrapUp
            shown={shown}
            dispatch={session.dispatch}
            onUndo={() => session.dispatch({ type: 'Undo' })}
            onNext={onNext}
            onHome={onHome}
          />
        </Suspense>
      ) : (
        <div className={styles.call} inert={!snapshot.writable}>
          <Gauges temper={view.temper} front={view.front} scenarios={view.scenarios} onPress={press} />
          <Card card={view.card} muted={view.muted} onPress={press} />
          {listening && <EarBar listening={view.listening} line={line} pack={pack} onPress={press} />}
          <div className={styles.lower}>
            <div className={styles.work} inert={strip !== undefined}>
              <Guide steps={rest.steps} avoid={rest.avoid} onPress={press} />
              <Moves moves={rest.moves} onPress={press} />
              {!wide && !watched && <Promises promises={rest.promises} standing={rest.standing} ended={ended} onPress={press} />}
            </div>
            {strip && (
              <OpenStrip
                strip={strip}
                shown={shown}
                dispatch={session.dispatch}
                listener={listener}
                onIdentify={onIdentify}
                onClose={close}
              />
            )}
          </div>
          {!watched && <Footer muted={view.muted} refusal={snapshot.refusal} onPress={press} />}
        </div>
      )}
      {wide && (
        <aside className={styles.beside} data-over={ended ? '' : undefined} aria-label={t('curve.label')}>
          <div className={styles.curve}>{curve}</div>
          {!ended && (
            <>
              <CheckpointList checkpoints={rest.checkpoints} />
              <Promises promises={rest.promises} standing={rest.standing} ended={ended} onPress={press} room={2} />
            </>
          )}
          {/* Once the call is over the list has another place, and is another list. */}
          <Suspense>
            <StoryList key={ended ? 'over' : 'on'} call={rest.call} pack={pack} />
          </Suspense>
        </aside>
      )}
    </Frame>
  )
}
