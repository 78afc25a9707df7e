import type { ReactNode } from 'react'
import { type CallView, waitingPlace } from '../../core/view.ts'
import { useWords } from '../words.tsx'
import styles from './band.module.css'
import type { SessionSnapshot } from './session.ts'
import type { Shown } from './use-call-view.ts'

export interface BandProps {
  readonly shown: Shown
  readonly onTakeOver: () => void
  readonly onHome: () => void
  readonly onExport: () => void
}

/**
 * One line under the header, always there so that nothing moves when it speaks up. The most pressing thing has it: that
 * another tab writes the call, a danger, something about the log, and else what the call is about.
 */
export function Band({ shown, onTakeOver, onHome, onExport }: BandProps) {
  const { t } = useWords()
  const { snapshot, view } = shown
  const [notice] = snapshot.notices
  if (!snapshot.writable) {
    return (
      <Speaking
        tone="heed"
        actions={[
          { words: t('notice.takeOver'), shortcut: 't', onPress: onTakeOver },
          { words: t('band.home'), shortcut: 'Esc', onPress: onHome },
        ]}
      >
        {t('notice.other-tab-writes')}
      </Speaking>
    )
  }
  if (view.danger) return <Danger shown={shown} danger={view.danger} />
  if (notice) {
    return (
      <Speaking tone="heed" actions={notice.offersExport ? [{ words: t('notice.export'), onPress: onExport }] : []}>
        {t(`notice.${notice.code}`)}
      </Speaking>
    )
  }
  return <About snapshot={snapshot} />
}

interface SpeakingProps {
  readonly tone: 'heed' | 'alarm'
  readonly actions?: readonly { readonly words: string; readonly shortcut?: string; readonly onPress: () => void }[]
  readonly children: ReactNode
}

function Speaking({ tone, actions = [], children }: SpeakingProps) {
  return (
    <div className={styles.band} data-tone={tone}>
      <span className={styles.words} role="status">
        {children}
      </span>
      {actions.map(({ words, shortcut, onPress }) => (
        <button key={words} type="button" className={styles.action} aria-keyshortcuts={shortcut} onClick={onPress}>
          {words}
          {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
        </button>
      ))}
    </div>
  )
}

function Danger({ shown, danger }: { readonly shown: Shown; readonly danger: NonNullable<CallView['danger']> }) {
  const { t, title } = useWords()
  const { state } = shown.snapshot.call
  const { pack } = shown
  const back = waitingPlace(state, pack)
  const journey = back.title === pack.machines[pack.journeys[state.channel]]?.title
  return (
    <Speaking tone="alarm">
      <span className={styles.danger}>
        <strong>{t('band.danger', { title: title(danger.title) })}</strong>
        <span>
          {t('band.returns', { title: journey ? t('scenario.journey') : title(back.title), stage: title(pack.stages[back.stage].title) })}
          {danger.waiting > 0 && ` · ${t('band.also', { count: danger.waiting })}`}
        </span>
      </span>
    </Speaking>
  )
}

function About({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { t } = useWords()
  const { matter, demand } = snapshot.call.state.profile
  return (
    <div className={styles.band}>
      {matter && <Entry label={t('band.matter')} value={matter} />}
      {demand && <Entry label={t('band.demand')} value={demand} />}
      {!matter && !demand && <span className={styles.words}>{t('band.empty')}</span>}
    </div>
  )
}

function Entry({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className={styles.words}>
      <span className={styles.label}>{label}</span> {value}
    </span>
  )
}
