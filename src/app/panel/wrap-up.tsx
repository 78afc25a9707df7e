import { useState } from 'react'
import type { Command } from '../../core/events.ts'
import type { Channel } from '../../core/vocabulary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { clock } from '../../ui/time.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { useWords } from '../words.tsx'
import { CheckpointList } from './checkpoint-list.tsx'
import { LoadedForms } from './forms/load-forms.tsx'
import { Promises } from './promises.tsx'
import type { Shown } from './use-call-view.ts'
import styles from './wrap-up.module.css'

export interface WrapUpProps {
  readonly shown: Shown
  readonly dispatch: (command: Command) => boolean
  readonly onUndo: () => void
  readonly onNext: (channel: Channel) => void
  readonly onHome: () => void
}

/** How a call went, for as long as the agent likes; one key takes the end back, one begins the next call. */
export function WrapUp({ shown, dispatch, onUndo, onNext, onHome }: WrapUpProps) {
  const { t } = useWords()
  const { view } = shown
  const [form, setForm] = useState<string>()
  const actions = [
    { code: 'KeyZ', label: 'z', words: t('wrapUp.undo'), run: onUndo },
    { code: 'KeyN', label: 'n', words: t('wrapUp.next'), run: () => onNext('phone') },
    { code: 'KeyH', label: 'h', words: t('wrapUp.nextHall'), run: () => onNext('hall') },
    { code: 'Escape', label: 'Esc', words: t('wrapUp.home'), run: onHome },
  ]
  // A form that is open has keys of its own.
  useOwnKeys(form ? [] : actions)
  if (!view.ended) return null
  const { outcome, reason } = view.ended
  const owed = view.promises.filter(({ status }) => status !== 'kept')
  return (
    <section className={styles.wrapUp} aria-label={t('wrapUp.title')} data-form={form}>
      {!form && (
        <>
          <div role="status">
            <h2 className={styles.title}>{t('wrapUp.title')}</h2>
          </div>
          <dl className={styles.facts}>
            <dt>{t('wrapUp.outcome')}</dt>
            <dd>{t(`outcome.${outcome}`)}</dd>
            {reason && (
              <>
                <dt>{t('wrapUp.reason')}</dt>
                <dd>{t(`reason.${reason}`)}</dd>
              </>
            )}
            <dt>{t('wrapUp.length')}</dt>
            <dd>{clock(view.elapsed)}</dd>
          </dl>
        </>
      )}
      <LoadedForms shown={shown} dispatch={dispatch} open={form} onOpen={setForm} />
      {!form && (
        <>
          <CheckpointList checkpoints={view.checkpoints} />
          {view.listening && <p className={styles.attention}>{t('wrapUp.attention', { ...view.listening.attention })}</p>}
          {owed.length > 0 ? (
            <Promises promises={owed} standing={view.standing} ended={view.ended} onPress={() => {}} room={3} />
          ) : (
            <p className={styles.none}>{t('wrapUp.noPromises')}</p>
          )}
          <div className={styles.actions}>
            {actions.map(({ code, label, words, run }) => (
              <button key={code} type="button" aria-keyshortcuts={label} onClick={run}>
                <KeyCap label={label} />
                {words}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
