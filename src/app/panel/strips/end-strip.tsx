import { useState } from 'react'
import { outcomeFor } from '../../../core/ending.ts'
import { END_REASONS, type EndReason, OUTCOMES, type Outcome } from '../../../core/vocabulary.ts'
import { ChoiceRow } from '../../../ui/choice-row.tsx'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { assign, DIGITS, labelAt, UPPER_ROW } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import styles from './end-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/**
 * Ending a call. What can be known already is chosen already; a reason is asked for only while the caring close lacks
 * something, beside the key that goes back and makes it.
 */
export function EndStrip({ shown: { view }, dispatch, onClose }: StripProps) {
  const { t, title, list } = useWords()
  const { ending } = view
  const [reason, setReason] = useState<EndReason | undefined>(ending.reason)
  const [chosen, setOutcome] = useState<Outcome>()
  const outcome = chosen ?? outcomeFor(ending, reason)
  const mayEnd = ending.ready || reason !== undefined
  const blocked = view.stages.find(({ stage }) => stage === 'care')?.closed

  const end = () => {
    if (mayEnd && dispatch({ type: 'EndCall', outcome, ...(reason && !ending.ready ? { reason } : {}) })) onClose()
  }
  const toCare = () => {
    dispatch({ type: 'GoToStage', stage: 'care' })
    onClose()
  }
  useOwnKeys([
    ...assign(OUTCOMES, DIGITS, setOutcome),
    { code: 'Enter', run: end },
    ...(ending.ready ? [] : [...assign(END_REASONS, UPPER_ROW, setReason), { code: 'KeyC', run: toCare }]),
  ])

  return (
    <StripFrame title={t('strips.end')} onClose={onClose}>
      <ChoiceRow
        label={t('end.outcome')}
        chosen={outcome}
        onChoose={(id) => setOutcome(OUTCOMES.find((each) => each === id) ?? outcome)}
        choices={OUTCOMES.map((id, i) => ({ id, name: t(`outcome.${id}`), shortcut: labelAt(DIGITS, i) }))}
      />
      {ending.ready ? (
        <p className={styles.ready}>✓ {t('end.ready')}</p>
      ) : (
        <>
          <p className={styles.lacks}>
            <span>{t('end.lacks', { lacks: list(ending.lacks.map(title)) })}</span>
            <button
              type="button"
              className={styles.toCare}
              aria-keyshortcuts="c"
              aria-disabled={blocked ? true : undefined}
              title={blocked && title(blocked)}
              onClick={toCare}
            >
              <KeyCap label="c" />
              {t('end.toCare')}
            </button>
          </p>
          <ChoiceRow
            label={t('end.reason')}
            chosen={reason}
            onChoose={(id) => setReason(END_REASONS.find((each) => each === id))}
            choices={END_REASONS.map((id, i) => ({ id, name: t(`reason.${id}`), shortcut: labelAt(UPPER_ROW, i) }))}
          />
        </>
      )}
      <p className={styles.foot}>
        <button type="button" className={styles.end} aria-keyshortcuts="Enter" aria-disabled={mayEnd ? undefined : true} onClick={end}>
          <KeyCap label="↵" />
          {t('end.confirm')}
        </button>
        {!mayEnd && <span>{t('end.needs')}</span>}
      </p>
    </StripFrame>
  )
}
