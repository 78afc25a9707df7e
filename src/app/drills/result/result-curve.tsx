import { useMemo } from 'react'
import { checkpointStatus, lacking } from '../../../core/checkpoints.ts'
import { curve } from '../../../core/curve.ts'
import type { CompiledPack } from '../../../core/pack.ts'
import type { CallState } from '../../../core/state.ts'
import { CHECKPOINTS } from '../../../core/vocabulary.ts'
import { type CurveStage, PeakEndCurve } from '../../../ui/peak-end-curve.tsx'
import { useWords } from '../../words.tsx'
import styles from './result-page.module.css'

/** This drill's curve over the documented one, and what each of the three moments lacked. */
export function ResultCurve({ pack, state }: { readonly pack: CompiledPack; readonly state: CallState }) {
  const { t, title, list } = useWords()
  const moments = CHECKPOINTS.map((id) => {
    const rule = pack.checkpoints[id]
    const lacks = lacking(rule, state)
    const status = checkpointStatus(rule, state)
    const said = { moment: title(rule.title), status: t(`drills.result.status.${status}`) }
    const words =
      lacks.length > 0 ? t('drills.result.lacking', { ...said, lacks: list(lacks.map(title)) }) : t('drills.result.moment', said)
    return { id, stage: rule.stage, words, status, share: 1 - lacks.length / rule.needs.length }
  })
  const stages = useMemo(
    () =>
      curve(pack, state).map(({ stage, documented, call }): CurveStage => {
        const moment = moments.find((each) => each.stage === stage)
        return {
          id: stage,
          name: title(pack.stages[stage].title),
          status: call === undefined ? 'ahead' : 'done',
          documented,
          ...(call === undefined ? {} : { call }),
          ...(moment ? { mark: { share: moment.share, label: moment.words } } : {}),
        }
      }),
    [pack, state, moments, title],
  )
  return (
    <>
      <div className={styles.plot}>
        <PeakEndCurve label={t('drills.result.curve')} stages={stages} />
      </div>
      <ul className={styles.moments}>
        {moments.map(({ id, words, status }) => (
          <li key={id} data-status={status}>
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}
