import { memo, useEffect, useState } from 'react'
import { useWords } from '../words.tsx'
import styles from './footer.module.css'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import type { KeyAction } from './keys.ts'
import type { SessionSnapshot } from './session.ts'

export interface FooterProps {
  readonly muted: boolean
  readonly refusal: SessionSnapshot['refusal']
  readonly onPress: KeyButtonProps['onPress']
}

/** How long a refusal stands: long enough to read, and gone before it is in the way. */
const REFUSAL_SHOWN = 4000

/** The keys that are always there; for a moment after a refusal, the reason instead. */
export const Footer = memo(function Footer({ muted, refusal, onPress }: FooterProps) {
  const { t, title } = useWords()
  const refused = useRecent(refusal, REFUSAL_SHOWN)
  const key = (action: KeyAction, words: string) => (
    <KeyButton action={action} onPress={onPress} className={styles.key}>
      {words}
    </KeyButton>
  )
  return (
    <footer className={styles.footer}>
      <p className={styles.refused} role="status">
        {refused && t('footer.refused', { why: title(refused.why) })}
      </p>
      <nav className={styles.keys} aria-label={t('footer.label')} data-behind={refused ? '' : undefined}>
        {key('search', t('footer.search'))}
        {key('mute', muted ? t('footer.unmute') : t('footer.mute'))}
        {key('undo', t('footer.undo'))}
        {key('emergency', t('footer.emergency'))}
        {key('keymap', t('footer.keymap'))}
        {key('end', t('footer.end'))}
      </nav>
    </footer>
  )
})

/** A value for a while after it came up, then nothing. */
function useRecent<T extends { readonly at: number }>(value: T | undefined, ms: number): T | undefined {
  const [passed, setPassed] = useState<T>()
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setPassed(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value === passed ? undefined : value
}
