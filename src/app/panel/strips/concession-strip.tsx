import { useState } from 'react'
import { type LadderView, ladderOf, type RungView } from '../../../core/concessions.ts'
import { fill, slotValues } from '../../../core/lines.ts'
import { CONCESSION_WORDS } from '../../../i18n/concession-words.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import styles from './concession-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'
import { useLateWords } from './use-late-words.ts'

/** What may be offered, in which order and by whom; what to say when it is turned down, and where it ends. */
export function ConcessionStrip(props: StripProps) {
  return useLateWords(CONCESSION_WORDS) ? <Ladder {...props} /> : null
}

function Ladder({ shown: { pack, snapshot }, dispatch, onClose }: StripProps) {
  const { t, title } = useWords()
  const ladder = ladderOf(pack, snapshot.call.state, Date.now())
  return (
    <StripFrame title={t('ladder.title')} hint={ladder ? `${title(ladder.ladder.title)} · ${t('ladder.choose')}` : ''} onClose={onClose}>
      {ladder ? <Rungs view={ladder} {...{ pack, snapshot, dispatch }} /> : <p className={styles.none}>{t('ladder.closed')}</p>}
    </StripFrame>
  )
}

interface RungsProps extends Pick<StripProps['shown'], 'pack' | 'snapshot'>, Pick<StripProps, 'dispatch'> {
  readonly view: LadderView
}

function Rungs({ view, pack, snapshot, dispatch }: RungsProps) {
  const { t, title, script } = useWords()
  const { state } = snapshot.call
  const { ladder, rungs, next } = view
  /** A rung that the agent looks at instead of the next one; whatever happens on the ladder leads back to that. */
  const [looked, setLooked] = useState<{ readonly at: string; readonly rung: number }>()
  const moment = `${state.said.length} ${state.refusedRungs.length}`
  const nextRung = 'rung' in next ? rungs.findIndex(({ rung }) => rung.id === next.rung) : -1
  const at = looked?.at === moment ? looked.rung : nextRung
  const chosen = at === nextRung ? undefined : rungs[at]
  const waiting = rungs.findLast(({ status }) => status === 'offered')

  const words = (id: string) => {
    const line = pack.lines[id]
    const times = state.said.filter((each) => each.line === id).length
    const wording = line ? times % line.say.length : 0
    return { id, wording, text: line ? fill(pack, line.say[wording] ?? '', slotValues(pack, state)) : '' }
  }
  const shown = lineOf()
  const stopLine = words(ladder.stop.line)
  const stopSaid = state.said.some(({ line }) => line === stopLine.id)

  /** The line that key 1 marks as said; none while the customer has the word. */
  function lineOf() {
    if (chosen) return chosen.status === 'closed' || chosen.status === 'offered' ? undefined : words(chosen.rung.offer)
    const rung = rungs[nextRung]?.rung
    switch (next.type) {
      case 'answer':
        return rung && words(rung.refused)
      case 'offer':
        return rung && words(rung.offer)
      case 'stop':
      case 'wait':
      case 'nothing':
        return undefined
    }
  }
  const say = ({ id, wording }: { readonly id: string; readonly wording: number }) =>
    dispatch({ type: 'SayLine', line: id, wording, via: 'search' })
  const sayShown = () => shown && say(shown)
  const refuse = () => waiting && dispatch({ type: 'RefuseConcession', rung: waiting.rung.id })
  const sayStop = () => say(stopLine)
  const look = (by: 1 | -1) => {
    const from = at < 0 ? (by > 0 ? -1 : rungs.length) : at
    setLooked({ at: moment, rung: Math.max(0, Math.min(rungs.length - 1, from + by)) })
  }
  useOwnKeys([
    { code: 'Digit1', run: sayShown },
    { code: 'Digit2', run: refuse },
    { code: 'Digit3', run: sayStop },
    { code: 'ArrowDown', run: () => look(1) },
    { code: 'ArrowUp', run: () => look(-1) },
  ])

  const role = (id: string) => title(pack.roles.find((each) => each.id === id)?.title ?? { zh: id, en: id })
  return (
    <div className={styles.ladder}>
      <ol className={styles.rungs} aria-label={t('ladder.rungs')}>
        {rungs.map((each, i) => (
          <li key={each.rung.id} className={styles.rung} data-status={each.status} aria-current={i === at || undefined}>
            <span className={styles.what}>{title(each.rung.title)}</span>
            <span className={styles.by}>{each.closed ? title(each.closed) : t('ladder.by', { role: role(each.rung.by) })}</span>
            <span className={styles.status}>{t(`ladder.status.${each.status}`)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.now} role="status">
        <p className={styles.when}>{told(chosen)}</p>
        {shown && (
          <p className={styles.words} lang={script}>
            {shown.text}
          </p>
        )}
        <p className={styles.keys}>
          {shown && <Key label="1" words={t('ladder.say')} onPress={sayShown} />}
          {waiting && <Key label="2" words={t('ladder.refuse')} onPress={refuse} />}
        </p>
      </div>
      <section className={styles.stop} data-due={view.stop && !stopSaid ? '' : undefined} aria-label={t('ladder.stop')}>
        <p className={styles.when}>
          <strong>{stopSaid ? t('ladder.stopSaid') : view.stop ? t('ladder.stopNow') : t('ladder.stop')}</strong> {t('ladder.stopWhen')}
          {title(ladder.stop.when)}
        </p>
        <p className={styles.words} lang={script}>
          {stopLine.text}
        </p>
        <p className={styles.keys}>
          <Key label="3" words={t('ladder.say')} onPress={sayStop} />
          <span className={styles.equal}>{t('ladder.equal')}</span>
        </p>
      </section>
    </div>
  )

  /** What the words below are for, or why there are none. */
  function told(looking: RungView | undefined): string {
    if (looking) return looking.closed ? title(looking.closed) : t('ladder.offer') + title(looking.rung.when)
    const rung = rungs[nextRung]?.rung
    switch (next.type) {
      case 'answer':
        return t('ladder.answer')
      case 'wait':
        return t('ladder.wait', { key: '2' })
      case 'offer':
        return rung ? t('ladder.offer') + title(rung.when) : ''
      case 'stop':
        return t('ladder.stopNow')
      case 'nothing':
        return t('ladder.nothing')
    }
  }
}

interface KeyProps {
  readonly label: string
  readonly words: string
  readonly onPress: () => void
}

function Key({ label, words, onPress }: KeyProps) {
  return (
    <button type="button" className={styles.key} aria-keyshortcuts={label} onClick={onPress}>
      <KeyCap label={label} />
      {words}
    </button>
  )
}
