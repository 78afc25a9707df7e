import { memo } from 'react'
import type { CallView, CardKind } from '../../core/view.ts'
import { keyLabel } from '../../ui/key.ts'
import { useWords } from '../words.tsx'
import styles from './card.module.css'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import { KEYS } from './keys.ts'

export interface CardProps extends Pick<CallView, 'card' | 'muted'> {
  readonly onPress: KeyButtonProps['onPress']
}

/** A wording longer than one breath, with a long name in it, is set smaller so that it stays in its place. */
const LONG = 60

/** THE card: one thing to say, and why this one. It is replaced, never stacked. */
export const Card = memo(function Card({ card, muted, onPress }: CardProps) {
  const { t, title, script } = useWords()
  if (muted) {
    return (
      <section className={styles.card} data-kind="muted" aria-label={t('card.label')}>
        <p className={styles.muted} role="status">
          {t('card.muted', { key: keyLabel(KEYS.mute) })}
        </p>
      </section>
    )
  }
  const words = card.wordings[card.shown] ?? ''
  return (
    <section className={styles.card} data-kind={card.kind} aria-label={t('card.label')}>
      <div className={styles.announced} aria-live="polite" aria-atomic="true">
        {/* Another reason is another heading: its words appear, and nothing is pushed aside. */}
        <h2 key={`${card.kind} ${card.line.id}`} className={styles.purpose}>
          {card.kind !== 'script' && <Reason kind={card.kind} because={card.because && title(card.because)} />}
          <span>{title(card.line.purpose)}</span>
        </h2>
        <p className={styles.line} lang={script} data-long={words.length > LONG || undefined}>
          {words}
        </p>
      </div>
      <p className={styles.wording}>
        <span className={styles.said} role="status">
          {card.said && (
            <>
              <Tick /> {t('card.said')}
            </>
          )}
        </span>
        <span key={whichWording()}>{whichWording()}</span>
        <KeyButton action="source" onPress={onPress} className={styles.source}>
          {t('card.source')}
        </KeyButton>
      </p>
      <div className={styles.actions}>
        <KeyButton action="say-shown" onPress={onPress}>
          {t('card.say')}
        </KeyButton>
        <KeyButton action="say-reword" onPress={onPress}>
          {t('card.reword')}
        </KeyButton>
        <KeyButton action="say-shorten" onPress={onPress}>
          {t('card.shorten')}
        </KeyButton>
        <KeyButton action="say-own" onPress={onPress}>
          {t('card.own')}
        </KeyButton>
      </div>
    </section>
  )

  function whichWording(): string {
    const count = card.wordings.length - 1
    return card.shown === count ? t('card.short') : t('card.wording', { number: card.shown + 1, count })
  }
})

/** Why this card stands in for the script; each kind has its word and its shape, and colour only repeats them. */
function Reason({ kind, because }: { readonly kind: Exclude<CardKind, 'script'>; readonly because: string | undefined }) {
  const { t } = useWords()
  return (
    <span className={styles.reason} title={because}>
      {t(`card.${kind}`)}
      {because && kind !== 'danger' && <span className={styles.because}>{because}</span>}
    </span>
  )
}

function Tick() {
  return (
    <svg className={styles.tick} viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
