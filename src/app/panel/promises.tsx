import { memo } from 'react'
import type { CallView, PromiseView } from '../../core/view.ts'
import { useNow } from '../../ui/use-now.ts'
import { useWords } from '../words.tsx'
import { byPressure } from './intents.ts'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import styles from './promises.module.css'

export interface PromisesProps extends Pick<CallView, 'promises'> {
  readonly standing: CallView['standing'] | undefined
  readonly ended: CallView['ended'] | undefined
  readonly onPress: KeyButtonProps['onPress']
  /** How many there is room for; those that press most are shown. */
  readonly room?: number
}

/** How urgent the complaint is; what was promised, until when, and whether the speaker may promise it. */
export const Promises = memo(function Promises({ promises, standing, ended, onPress, room = 1 }: PromisesProps) {
  const { t } = useWords()
  const shown = byPressure(promises).slice(0, room)
  const more = promises.length - shown.length
  return (
    <section className={styles.promises} aria-label={t('promises.label')} data-tall={room > 1 || undefined}>
      {standing && <Standing standing={standing} />}
      <h2 className={styles.heading}>
        {t('promises.label')}
        {more > 0 && <span>{t('promises.more', { count: more })}</span>}
      </h2>
      {promises.length === 0 ? (
        <p className={styles.none}>{t('promises.none')}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((promise, i) => (
            <Promised key={promise.id} promise={promise} keep={i === 0 && promise.status !== 'kept' && !ended ? onPress : undefined} />
          ))}
        </ul>
      )}
    </section>
  )
})

/** By when the complaint is answered, and which classes ask for that. */
function Standing({ standing: { classes, urgent, hours, due } }: { readonly standing: NonNullable<CallView['standing']> }) {
  const { t, title, list, moment } = useWords()
  return (
    <p key={hours} className={styles.standing} data-urgent={urgent || undefined}>
      <span>{list(classes.map(title))}</span> {t('promises.standing', { hours, moment: moment(due) })}
    </p>
  )
}

interface PromisedProps {
  readonly promise: PromiseView
  readonly keep: KeyButtonProps['onPress'] | undefined
}

function Promised({ promise, keep }: PromisedProps) {
  const { t, title, moment } = useWords()
  return (
    <li className={styles.promise} data-status={promise.status}>
      <span className={styles.what}>
        {promise.call !== undefined && <b>{t('promises.before')} </b>}
        {title(promise.what)}
      </span>
      {keep && (
        <KeyButton action="keep" onPress={keep} className={styles.keep}>
          {t('promises.keep')}
        </KeyButton>
      )}
      <span key={promise.status} className={styles.due}>
        <strong>{t(`promises.${promise.status}`)}</strong>
        <span>{t('promises.due', { moment: moment(promise.due) })}</span>
        {promise.uncertain !== undefined && <span>{t('promises.uncertain', { year: promise.uncertain })}</span>}
        <span>✓ {promise.ownAuthority ? t('promises.within') : t('promises.authority', { role: title(promise.role) })}</span>
        {/* Last, because it alone changes its width with each second. */}
        {promise.status !== 'kept' && <Left due={promise.due} />}
      </span>
    </li>
  )
}

function Left({ due }: { readonly due: number }) {
  const { t, amount } = useWords()
  const left = due - useNow()
  return <span>{t(left >= 0 ? 'promises.left' : 'promises.over', { amount: amount(left) })}</span>
}
