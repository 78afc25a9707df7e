import { memo, useCallback, useMemo } from 'react'
import type { CallView, CheckpointView } from '../../core/view.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { type CurveStage, PeakEndCurve } from '../../ui/peak-end-curve.tsx'
import { useWords } from '../words.tsx'
import styles from './call-curve.module.css'
import { nextCheckpoint } from './next-checkpoint.ts'

export interface CallCurveProps extends Pick<CallView, 'stages' | 'curve' | 'checkpoints'> {
  readonly onGoTo?: (stage: Stage) => void
}

/** The peak-end curve of a call, and in words what the next moment that counts still lacks. */
export const CallCurve = memo(function CallCurve({ stages, curve, checkpoints, onGoTo }: CallCurveProps) {
  const { t, title, list } = useWords()
  const inWords = useCallback(
    ({ title: name, status, lacks }: CheckpointView): string => {
      if (status === 'met') return t('curve.done', { title: title(name) })
      return t('curve.lacks', { title: title(name), lacks: list(lacks.map(title)) })
    },
    [t, title, list],
  )
  const drawn = useMemo(
    () =>
      stages.map(({ stage, title: name, status, closed }): CurveStage => {
        const point = curve.find((each) => each.stage === stage)
        const checkpoint = checkpoints.find((each) => each.stage === stage)
        return {
          id: stage,
          name: title(name),
          status,
          documented: point?.documented ?? 1,
          ...(point?.call === undefined ? {} : { call: point.call }),
          ...(checkpoint ? { mark: { share: checkpoint.filled, label: inWords(checkpoint) } } : {}),
          goTo: t('curve.goTo', { stage: title(name) }),
          ...(closed ? { closed: title(closed) } : {}),
        }
      }),
    [stages, curve, checkpoints, t, title, inWords],
  )

  const next = nextCheckpoint({ stages, checkpoints })
  const aim = next ? inWords(next) : t('curve.allMet')
  return (
    <section className={styles.section} aria-label={t('curve.label')}>
      <p className={styles.caption}>
        <span className={styles.legend}>
          <i data-line="call" />
          {t('curve.call')}
          <i data-line="documented" />
          {t('curve.documented')}
        </span>
        {/* A new text is a new element: it takes the place of the old one and nothing moves. */}
        <span key={aim} className={styles.next}>
          {aim}
        </span>
      </p>
      <PeakEndCurve label={t('curve.label')} stages={drawn} {...(onGoTo ? { onGoTo: (stage) => onGoTo(stage as Stage) } : {})} />
    </section>
  )
})
