import { memo } from 'react'
import { HEAT } from '../../core/temper.ts'
import type { CallView } from '../../core/view.ts'
import { LevelBars } from '../../ui/level-bars.tsx'
import { useWords } from '../words.tsx'
import styles from './gauges.module.css'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'

const ARROW = { up: '↑', down: '↓', flat: '→' } as const

export interface GaugesProps extends Pick<CallView, 'temper' | 'front' | 'scenarios'> {
  readonly onPress: KeyButtonProps['onPress']
}

/** How hot the wording is and where it is going; which scenario is in front, and how many more are open. */
export const Gauges = memo(function Gauges({ temper, front, scenarios, onPress }: GaugesProps) {
  const { t, title } = useWords()
  const open = scenarios.filter(({ status }) => status === 'open').length
  const running = scenarios.some(({ status }) => status === 'front')
  return (
    <div className={styles.gauges}>
      <section className={styles.temper} aria-label={t('temper.label')}>
        <span className={styles.label}>{t('temper.label')}</span>
        <LevelBars level={HEAT[temper.level]} of={4} />
        <strong>{t(`temper.${temper.level}`)}</strong>
        {/* A new word is a new element: it takes its place rather than moving there. */}
        <span key={`${temper.level} ${temper.trend}`} className={styles.trend}>
          <span aria-hidden="true">{ARROW[temper.trend]}</span> {t(`temper.${temper.trend}`)}
        </span>
        <span className={styles.shift}>
          <KeyButton action="cooler" onPress={onPress} label={t('temper.cooler')} />
          <KeyButton action="hotter" onPress={onPress} label={t('temper.hotter')} />
        </span>
      </section>
      <KeyButton action="scenarios" onPress={onPress} className={styles.scenario}>
        <span className={styles.label}>{t('scenario.label')}</span>
        <strong>{running ? title(front.title) : t('scenario.journey')}</strong>
        {open > 0 && (
          <span key={front.machine} className={styles.trend}>
            {t('scenario.more', { count: open })}
          </span>
        )}
      </KeyButton>
    </div>
  )
})
