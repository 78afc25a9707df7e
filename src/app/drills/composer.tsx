import { type FormEvent, useEffect, useRef, useState } from 'react'
import { KeyCap } from '../../ui/key-cap.tsx'
import { COMPOSED } from '../../ui/keyboard.ts'
import { useWords } from '../words.tsx'
import styles from './play-room.module.css'
import { type Dictation, openDictation } from './speech.ts'

export interface ComposerProps {
  readonly onSay: (text: string) => void
  readonly onTyping: () => void
  /** Nothing has been said yet. */
  readonly first: boolean
  /** The panel stands beside it; else its keys do nothing. */
  readonly panelShown: boolean
}

/** Where a trainee says something: typed, or dictated where the browser hears on the device itself. */
export function Composer({ onSay, onTyping, first, panelShown }: ComposerProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const [dictation, setDictation] = useState<Dictation>()
  const [listening, setListening] = useState(false)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    let left = false
    let opened: Dictation | undefined
    openDictation().then((found) => {
      opened = found
      if (!left) setDictation(found)
    })
    return () => {
      left = true
      opened?.stop()
    }
  }, [])

  const say = () => {
    if (text.trim() === '') return
    onSay(text)
    setText('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say()
  }
  const dictate = () => {
    if (!dictation) return
    if (listening) dictation.stop()
    else
      dictation.start(
        (words) => {
          onTyping()
          setText(words)
        },
        () => setListening(false),
      )
    setListening(!listening)
  }
  return (
    <form className={styles.composer} onSubmit={submit}>
      <textarea
        id="drill-words"
        ref={field}
        rows={2}
        value={text}
        lang="zh-Hans"
        aria-label={t('drills.play.field')}
        placeholder={t(first ? 'drills.play.greet' : 'drills.play.say')}
        onChange={(event) => {
          setText(event.target.value)
          onTyping()
        }}
        onKeyDown={(event) => {
          // From here to the keys of all the rest.
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) return event.currentTarget.blur()
          // Enter ends a turn as it ends a message; while a character is being composed it belongs to the input method.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === COMPOSED) return
          event.preventDefault()
          event.stopPropagation()
          say()
        }}
      />
      <div className={styles.send}>
        {dictation && (
          <button type="button" aria-pressed={listening} onClick={dictate}>
            {t(listening ? 'drills.play.dictating' : 'drills.play.dictate')}
          </button>
        )}
        <button type="submit" disabled={text.trim() === ''}>
          <KeyCap label="↵" />
          {t('drills.play.send')}
        </button>
      </div>
      <p className={styles.keys}>
        <KeyCap label="Esc" />
        {t(panelShown ? 'drills.play.toPanel' : 'drills.play.toKeys')}
        <KeyCap label="b" />
        {t('drills.play.toField')}
      </p>
    </form>
  )
}
