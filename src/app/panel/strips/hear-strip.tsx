import { type ClipboardEvent, type KeyboardEvent, useState, useSyncExternalStore } from 'react'
import { type Finding, SPEAKERS, type Speaker } from '../../../core/heard.ts'
import type { Call } from '../../../engine/advance.ts'
import { readDialogue } from '../../../transcript/adapters/dialogue.ts'
import { useWords } from '../../words.tsx'
import type { SpokenTurn } from '../call-listener.ts'
import styles from './hear-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** Typed or pasted talk is heard like that on the line: for drills, reviews, and whoever has no transcript. */
export function HearStrip({ shown, listener, onClose }: StripProps) {
  const { t } = useWords()
  const [who, setWho] = useState<Speaker>('customer')
  const [text, setText] = useState('')
  const trouble = useSyncExternalStore(listener.subscribe, listener.trouble)

  function hear(words: string): void {
    const said = turnsOf(words, who)
    if (said.length > 0) void listener.hear(said)
    setText('')
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) hear(text)
    else if (event.key === 'Tab' && !event.shiftKey) setWho(who === 'customer' ? 'agent' : 'customer')
    else return
    event.preventDefault()
  }
  /** A whole dialogue goes in as it is; one line may still be worked on. */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text')
    if (text !== '' || !pasted.trim().includes('\n')) return
    event.preventDefault()
    hear(pasted)
  }

  return (
    <StripFrame title={t('strips.hear')} onClose={onClose}>
      <div className={styles.who} role="radiogroup" aria-label={t('hear.who')}>
        {SPEAKERS.map((each) => (
          <label key={each} className={styles.speaker}>
            <input type="radio" name="speaker" checked={who === each} onChange={() => setWho(each)} />
            {t(`ear.${each}`)}
          </label>
        ))}
      </div>
      <textarea
        className={styles.words}
        rows={2}
        data-first=""
        aria-label={t('hear.words')}
        placeholder={t(`hear.placeholder.${who}`)}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <p className={styles.hint}>{t('hear.hint')}</p>
      {trouble && (
        <p className={styles.trouble} role="alert">
          {t(`hear.trouble.${trouble}`)}
        </p>
      )}
      <LastFound events={shown.snapshot.call.events} pack={shown.pack} />
    </StripFrame>
  )
}

/** One line is the speaker's, whatever it begins with; a dialogue says itself who speaks. */
function turnsOf(words: string, who: Speaker): readonly SpokenTurn[] {
  const text = words.trim()
  if (text === '') return []
  const newId = () => crypto.randomUUID()
  return text.includes('\n') ? readDialogue(text, { unnamed: who, newId }) : [{ id: newId(), who, text }]
}

/** What was recognised in the turn that was heard last, with the words for each. */
function LastFound({ events, pack }: Pick<Call, 'events' | 'pack'>) {
  const { t, title } = useWords()
  const last = events.findLast((event) => event.type === 'Heard')
  if (last?.type !== 'Heard') return null
  const { scenarios, signals, acts, violations } = last.findings
  const rows: readonly (readonly [kind: string, name: string, found: Finding])[] = [
    ...scenarios.slice(0, 3).map((found) => [t('scenario.label'), scenarioTitle(found.id), found] as const),
    ...signals.map((found) => [t('hear.signal'), t(`signal.${found.id}`), found] as const),
    ...acts.map((found) => [t('hear.act'), t(`act.${found.id}`), found] as const),
    ...violations.map((found) => [t('hear.violation'), t(`violation.${found.id}`), found] as const),
  ]
  function scenarioTitle(id: string): string {
    const scenario = pack.scenarios[id]
    return scenario ? title(scenario.title) : id
  }
  return (
    <div className={styles.found} role="status">
      <p className={styles.said} lang="zh-Hans">
        {t(`ear.${last.who}`)} {last.text}
      </p>
      {rows.length === 0 && <p className={styles.none}>{t('hear.nothing')}</p>}
      <ul className={styles.rows}>
        {rows.map(([kind, name, { id, score, because }]) => (
          <li key={kind + id} className={styles.row}>
            <span className={styles.kind}>{kind}</span>
            <strong className={styles.name}>{name}</strong>
            <span className={styles.score}>{Math.round(score * 100)}%</span>
            <span className={styles.because} lang="zh-Hans">
              {because.map((quote) => quote.text).join(' … ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
