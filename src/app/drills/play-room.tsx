import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { hasLookedUp } from '../../core/drill/looked-up.ts'
import { HINT_COST } from '../../core/drill/record.ts'
import { talkOf } from '../../core/drill/talk.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { isEditable } from '../../ui/keyboard.ts'
import { clock } from '../../ui/time.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { PracticePanel } from '../practice-call.tsx'
import { useWords } from '../words.tsx'
import { Composer } from './composer.tsx'
import { useDrillData } from './drill-context.ts'
import { goTo, resultAddress, viewAddress } from './drills-address.ts'
import styles from './play-room.module.css'
import { readPreferences, writePreferences } from './preferences.ts'
import type { Room } from './room.ts'
import { openVoice } from './speech.ts'

/** A drill: the talk, and beside it the panel as on the job. */
export function PlayRoom({ room }: { readonly room: Room }) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const { record, persona, answering, hintShown, ended, trouble, lastWords } = useSyncExternalStore(room.subscribe, room.snapshot)
  const own = shown.personas.find(({ id }) => id === persona.id) ?? persona
  const talk = useMemo(() => talkOf(record.events), [record.events])
  const lookedUp = useMemo(() => hasLookedUp(record.events), [record.events])
  const list = useRef<HTMLOListElement>(null)
  const [stopping, setStopping] = useState(false)
  const [aloud, setAloud] = useState(() => readPreferences().aloud)
  const [voice] = useState(openVoice)
  const panelShown = (record.hints === 'on' || hintShown) && !ended

  // What was said last stays in sight.
  useEffect(() => {
    const end = list.current?.lastElementChild
    if (talk.length > 0) end?.scrollIntoView?.({ block: 'nearest' })
  }, [talk.length])
  // What was said before one turned it on is not said again.
  const heard = useRef(lastWords)
  useEffect(() => {
    if (lastWords === heard.current) return
    heard.current = lastWords
    if (aloud && lastWords) voice.speak(lastWords)
  }, [voice, aloud, lastWords])
  useEffect(() => () => voice.hush(), [voice])

  // Nobody waits for it at the end; what fails to load is tried again then.
  useEffect(() => void import('./result/result-page.tsx').catch(() => {}), [])

  const toField = () => document.getElementById('drill-words')?.focus()
  const toResult = () => goTo(record.result ? resultAddress(record.id) : viewAddress('choose'))
  const toggleAloud = () => {
    if (aloud) voice.hush()
    setAloud(!aloud)
    writePreferences({ ...readPreferences(), aloud: !aloud })
  }
  const stop = () => {
    room.stop()
    goTo(viewAddress('choose'))
  }
  useOwnKeys(
    ended
      ? [{ code: 'Enter', run: toResult }]
      : stopping
        ? [
            { code: 'Enter', run: stop },
            { code: 'Escape', run: () => setStopping(false) },
          ]
        : [
            // The panel has keys of its own; these are none of them, or stand for what it has no place for here.
            { code: 'Backspace', run: () => setStopping(true) },
            { code: 'Minus', run: () => room.takeHint() },
            { code: 'Equal', run: toggleAloud },
            ...(panelShown ? [] : [{ code: 'KeyB', run: toField }]),
            {
              code: 'Escape',
              run: () => {
                if (isEditable(document.activeElement)) (document.activeElement as HTMLElement).blur()
              },
            },
          ],
  )

  return (
    <main className={styles.room} data-panel={panelShown || undefined}>
      <section className={styles.talk} aria-label={t('drills.play.talk')}>
        <header className={styles.head}>
          <h1>{title(own.title)}</h1>
          <p className={styles.what}>
            {t(`channel.${own.channel}`)} · {title(shown.rules.levels[record.level].title)}
            {record.hints === 'asked' && record.hinted > 0 && <> · {t('drills.play.hinted', { count: record.hinted })}</>}
          </p>
          <div className={styles.tools}>
            {voice.speaks && (
              <button type="button" aria-keyshortcuts="=" aria-pressed={aloud} onClick={toggleAloud}>
                <KeyCap label="=" lit={aloud} />
                {t('drills.play.aloud')}
              </button>
            )}
            {record.hints === 'asked' && !ended && (
              <button type="button" aria-keyshortcuts="-" disabled={hintShown} onClick={() => room.takeHint()}>
                <KeyCap label="-" />
                {t('drills.play.hint', { cost: HINT_COST })}
              </button>
            )}
            {!ended && (
              <button type="button" aria-keyshortcuts="Backspace" onClick={() => setStopping(true)}>
                <KeyCap label="⌫" />
                {t('drills.play.stop')}
              </button>
            )}
          </div>
        </header>
        <div className={styles.scroll}>
          <p className={styles.scene}>{title(own.scene)}</p>
          <ol ref={list} className={styles.said} aria-live="polite" aria-label={t('drills.play.said')}>
            {talk.map(({ id, who, text, at }) => (
              <li key={id} data-who={who}>
                <span className={styles.who}>
                  {who === 'agent' ? t('drills.play.you') : t('drills.play.customer')} <time>{clock(at)}</time>
                </span>
                <p lang="zh-Hans">{text}</p>
              </li>
            ))}
          </ol>
          <p className={styles.waiting} aria-hidden="true">
            {answering && t('drills.play.answering')}
          </p>
        </div>
        {/* In place of the systems that an agent has beside the panel. */}
        <section className={styles.records} aria-label={t('drills.play.records')}>
          <h2>{t('drills.play.records')}</h2>
          {lookedUp ? (
            <ul>
              {own.records.map((found) => (
                <li key={found.zh}>{title(found)}</li>
              ))}
              <li>
                <b>{t('drills.play.remedy')}</b> {title(own.remedy)}
              </li>
            </ul>
          ) : (
            <p>{t('drills.play.notLookedUp')}</p>
          )}
        </section>
        {trouble && (
          <p className={styles.trouble} role="alert">
            {t('drills.play.deaf')}
          </p>
        )}
        {stopping && !ended && (
          <div className={styles.asks} role="alertdialog" aria-label={t('drills.play.stopAsk')}>
            <p>{t('drills.play.stopAsk')}</p>
            <button type="button" onClick={stop}>
              <KeyCap label="↵" />
              {t('drills.play.stopYes')}
            </button>
            <button type="button" onClick={() => setStopping(false)}>
              <KeyCap label="Esc" />
              {t('drills.play.stopNo')}
            </button>
          </div>
        )}
        {ended ? (
          <div className={styles.over} role="status">
            <p>{t(`drills.play.over.${record.ended?.how ?? 'ended'}`)}</p>
            <button type="button" onClick={toResult}>
              <KeyCap label="↵" />
              {record.result ? t('drills.play.toResult') : t('drills.play.back')}
            </button>
          </div>
        ) : (
          <Composer onSay={(text) => room.say(text)} onTyping={() => room.typing()} first={talk.length === 0} />
        )}
      </section>
      {panelShown ? (
        <div className={styles.panel}>
          <PracticePanel call={room.call} onTalk={toField} />
        </div>
      ) : ended ? null : (
        <p className={styles.without}>{t(record.hints === 'off' ? 'drills.play.without' : 'drills.play.covered', { cost: HINT_COST })}</p>
      )}
    </main>
  )
}
