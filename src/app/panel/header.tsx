import { memo } from 'react'
import type { CallView } from '../../core/view.ts'
import { clock } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { useWords } from '../words.tsx'
import styles from './header.module.css'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import type { SessionSnapshot } from './session.ts'

export interface HeaderProps extends Pick<CallView, 'who' | 'channel'> {
  readonly history: CallView['history'] | undefined
  readonly ended: CallView['ended'] | undefined
  readonly startedAt: number
  /** Left out for a call that is not meant to stay. */
  readonly saving?: SessionSnapshot['saving']
  readonly onPress: KeyButtonProps['onPress']
}

/** Who it is, how long it has lasted, and where the log stands. */
export const Header = memo(function Header({ who, channel, history, ended, startedAt, saving, onPress }: HeaderProps) {
  const { t, title, list } = useWords()
  const about = [
    ...[who.tier, who.brand].flatMap((each) => (each ? [title(each)] : [])),
    ...(history ? [t('header.calls', { count: history.calls + 1 })] : []),
  ]
  return (
    <header className={styles.header}>
      <h1 className={styles.heading}>
        <KeyButton action="profile" onPress={onPress} className={styles.who}>
          <strong>{who.address ?? who.surname ?? t('header.unknown')}</strong>
          {about.length > 0 && <span className={styles.about}>{list(about)}</span>}
        </KeyButton>
      </h1>
      <span className={styles.channel}>{t(`channel.${channel}`)}</span>
      <Clock startedAt={startedAt} endedAt={ended?.at} label={t('header.elapsed')} />
      {saving && (
        <span className={styles.saving} data-saving={saving}>
          <span key={saving}>{t(`header.${saving}`)}</span>
          <SavingMark saving={saving} />
        </span>
      )}
    </header>
  )
})

function Clock({
  startedAt,
  endedAt,
  label,
}: {
  readonly startedAt: number
  readonly endedAt: number | undefined
  readonly label: string
}) {
  const now = useNow()
  return (
    <span className={styles.clock} role="timer" aria-label={label}>
      {clock(Math.max(0, (endedAt ?? now) - startedAt))}
    </span>
  )
}

/** Full, half, empty: told apart without colour. */
function SavingMark({ saving }: Required<Pick<HeaderProps, 'saving'>>) {
  return (
    <svg className={styles.mark} viewBox="-6 -6 12 12" aria-hidden="true">
      <circle r="4.5" fill={saving === 'saved' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.5" />
      {saving === 'saving' && <path d="M0,-4.5A4.5,4.5 0 0 1 0,4.5Z" fill="currentColor" />}
    </svg>
  )
}
