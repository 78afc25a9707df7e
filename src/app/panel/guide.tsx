import { memo } from 'react'
import type { CallView, StepView } from '../../core/view.ts'
import { Aloud } from '../../ui/aloud.tsx'
import { useWords } from '../words.tsx'
import styles from './guide.module.css'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import { STEP_KEYS } from './keys.ts'

export interface GuideProps extends Pick<CallView, 'steps' | 'avoid'> {
  readonly onPress: KeyButtonProps['onPress']
}

/** What to do, and what not to say. */
export const Guide = memo(function Guide({ steps, avoid, onPress }: GuideProps) {
  const { t, script } = useWords()
  // Other words are other elements, even where one stays and only changes its place: nothing is seen to move.
  const avoided = avoid.map(({ id }) => id).join()
  return (
    <div className={styles.guide}>
      <section aria-label={t('steps.label')}>
        <h2 className={styles.heading}>{t('steps.label')}</h2>
        <ul>
          {STEP_KEYS.map((action, i) => {
            const step = steps[i]
            return (
              <li key={action} className={styles.slot}>
                {step && <Step action={action} step={step} onPress={onPress} />}
              </li>
            )
          })}
        </ul>
      </section>
      <section aria-label={t('avoid.label')}>
        <h2 className={styles.heading}>{t('avoid.label')}</h2>
        <ul lang={script}>
          {avoid.map((swap) => (
            <li key={avoided + swap.id} className={styles.swap}>
              <span className={styles.not}>
                <Aloud>{t('avoid.not')} </Aloud>
                <s>{swap.not}</s>
                <span aria-hidden="true"> →</span>
              </span>
              <span className={styles.instead}>
                <Aloud>{t('avoid.instead')} </Aloud>
                {swap.instead}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
})

interface StepProps {
  readonly action: (typeof STEP_KEYS)[number]
  readonly step: StepView
  readonly onPress: KeyButtonProps['onPress']
}

function Step({ action, step, onPress }: StepProps) {
  const { t, title } = useWords()
  const closed = step.closed && title(step.closed)
  return (
    <KeyButton action={action} onPress={onPress} className={styles.step} closed={closed} pressed={step.done}>
      <svg
        className={styles.box}
        viewBox="0 0 12 12"
        role="img"
        aria-label={step.done ? t('steps.done') : undefined}
        aria-hidden={!step.done}
      >
        <rect x="0.75" y="0.75" width="10.5" height="10.5" rx="1.5" />
        {step.done && <path d="M3 6.25 5.25 8.5 9 3.75" />}
      </svg>
      <span key={`${step.id} ${closed}`} className={styles.what}>
        <span className={styles.title}>{title(step.title)}</span>
        {closed && <span className={styles.closed}>{closed}</span>}
      </span>
    </KeyButton>
  )
}
