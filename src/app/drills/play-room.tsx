import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { hasLookedUp } from '../../core/drill/looked-up.ts'
import { HINT_COST } from '../../core/drill/record.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { isEditable } from '../../ui/keyboard.ts'
import { clock } from '../../ui/time.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { PracticePanel } from '../practice-call.tsx'
import { useWords } from '../words.tsx'
import { Ask } from './ask.tsx'
import { Composer } from './composer.tsx'
import { useDrillData } from './drill-context.ts'
import { goTo, resultAddress, viewAddress } from './drills-address.ts'
import { shownTalk } from './names.ts'
import styles from './play-room.module.css'
import { readPreferences, writePreferences } from './preferences.ts'
import { Records } from './records.tsx'
import type { Room } from './room.ts'
import { openVoice } from './speech.ts'

/** A drill: the talk, and beside it the panel as on the job. */
export function PlayRoom({ room }: { readonly room: Room }) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const { record, persona, answering, hintShown, ended, trouble, lastWords } = useSyncExternalStore(room.subscribe, room.snapshot)
  const own = shown.personas.find(({ id }) => id === persona.id) ?? persona
  const talk = useMemo(() => shownTalk(record.events, persona), [record.events, persona])
  const lookedUp = useMemo(() => hasLookedUp(record.events), [record.events])
  const list = useRef<HTMLOListElement>(null)
  const [asking, setAsking] = useState<'end' | 'stop'>()
  const [aloud, setAloud] = useState(() => readPreferences().aloud)
  const [voice] = useState(openVoice)
  const panelShown = (record.hints === 'on' || hintShown) && !ended
  // Beside a talk that never has a panel there is no room to keep for one.
  const alone = record.hints === 'off' || ended
  const begun = talk.some(({ who }) => who === 'customer')

  // What was said last stays in sight, also when what was found takes of its room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when there is more, or less room
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView?.({ block: 'nearest' })
  }, [talk.length, lookedUp, asking])
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
  const end = () => {
    setAsking(undefined)
    room.end()
    if (room.snapshot().record.result) goTo(resultAddress(record.id))
  }
  const goOn = () => {
    setAsking(undefined)
    toField()
  }
  useOwnKeys(
    ended
      ? [{ code: 'Enter', run: toResult }]
      : asking
        ? []
        : [
            // The panel has keys of its own; these are none of them, or stand for what it has no place for here.
            { code: 'Backspace', run: () => setAsking('stop') },
            { code: 'Backslash', run: () => begun && setAsking('end') },
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
    <main className={styles.room} data-panel={panelShown || undefined} data-alone={alone || undefined}>
      <section className={styles.talk} aria-label={t('drills.play.talk')}>
        <header className={styles.head}>
          <h1>{title(own.title)}</h1>
          <p className={styles.what}>
            {t(`channel.${own.channel}`)} · {title(shown.rules.levels[record.level].title)}
            {record.hints === 'off' && <> · {t('drills.hints.off')}</>}
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
              <>
                <button type="button" aria-keyshortcuts="\" disabled={!begun} onClick={() => setAsking('end')}>
                  <KeyCap label="\" />
                  {t(`drills.play.end.${own.channel}`)}
                </button>
                <button type="button" aria-keyshortcuts="Backspace" onClick={() => setAsking('stop')}>
                  <KeyCap label="⌫" />
                  {t('drills.play.stop')}
                </button>
              </>
            )}
          </div>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard needs the focus in what scrolls */}
        <div className={styles.scroll} tabIndex={0}>
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
        <Records persona={own} lookedUp={lookedUp} />
        {trouble && (
          <p className={styles.trouble} role="alert">
            {t('drills.play.deaf')}
          </p>
        )}
        {asking && !ended && (
          <Ask
            key={asking}
            question={t(`drills.play.${asking}Ask`)}
            yes={t(`drills.play.${asking}Yes`)}
            no={t('drills.play.goOn')}
            onYes={asking === 'end' ? end : stop}
            onNo={goOn}
          />
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
          <Composer
            onSay={(text) => room.say(text)}
            onTyping={() => {
              // Whoever types goes on.
              setAsking(undefined)
              room.typing()
            }}
            first={talk.length === 0}
            panelShown={panelShown}
          />
        )}
      </section>
      {panelShown ? (
        <div className={styles.panel}>
          <PracticePanel call={room.call} onTalk={toField} />
        </div>
      ) : (
        !alone && <p className={styles.covered}>{t('drills.play.covered', { cost: HINT_COST })}</p>
      )}
    </main>
  )
}
