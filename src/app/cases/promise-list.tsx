import { useState } from 'react'
import { dateOf, dayOf } from '../../core/calendar/days.ts'
import { promiseTitle } from '../../core/view.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { shanghaiTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { type KeepProblem, keepPromise } from '../keep-promise.ts'
import { useWords } from '../words.tsx'
import { callWords } from './call-words.ts'
import { callAddress } from './cases-address.ts'
import { useDeskData } from './desk-context.ts'
import { ListKeys, SaveButton, saveKey } from './list-actions.tsx'
import type { OpenPromise } from './open-promises.ts'
import page from './page.module.css'
import styles from './promise-list.module.css'
import { RowList, useChoice } from './row-list.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

export interface PromiseListProps {
  /** As they press. */
  readonly promises: readonly OpenPromise[]
  readonly today: string
  /** Something was written: the lists are to be read again. */
  readonly onChanged: () => void
}

/** What came of the last press of 已兑现. */
type Told = { readonly ok: true; readonly what: string; readonly who: string } | { readonly ok: false; readonly why: KeepProblem }

/** What was promised and is not done yet, with a key that says that it is. */
export function PromiseList({ promises, today, onChanged }: PromiseListProps) {
  const words = useWords()
  const { t, title, moment } = words
  const { home, pack, shown } = useDeskData()
  const [told, setTold] = useState<Told>()
  const [busy, setBusy] = useState(false)
  const choice = useChoice(promises, keyOf)
  const { chosen } = choice

  async function keep({ call, made }: OpenPromise): Promise<void> {
    if (busy) return
    setBusy(true)
    const kept = await keepPromise(home, pack, call.id, made.id)
    setBusy(false)
    if (kept.ok) setTold({ ok: true, what: title(promiseTitle(shown, made)), who: callWords(words, shown, call).who })
    else setTold(kept)
    onChanged()
  }

  const file = {
    name: `promises-${today}`,
    rows: () => [
      ['status', 'due', 'customer', 'matter', 'promise', 'agent', 'call'].map((id) => t(`cases.column.${id as 'status'}`)),
      ...promises.map(({ call, made, status }) => {
        const { who, matter } = callWords(words, shown, call)
        const due = `${dateOf(dayOf(made.due))} ${shanghaiTime(made.due).time}`
        return [t(`cases.promises.${status}`), due, who, matter, title(promiseTitle(shown, made)), call.agent, call.id]
      }),
    ],
  }
  useDeskKeys([
    ...choice.keys,
    ...(chosen
      ? [
          { code: 'KeyK', run: () => void keep(chosen) },
          { code: 'Enter', run: () => goTo(chosen) },
        ]
      : []),
    saveKey(file),
  ])

  return (
    <>
      <div className={page.head}>
        <h1 className={page.heading}>{t('cases.promises.title')}</h1>
        <p className={page.lead}>{t('cases.promises.about')}</p>
      </div>
      <p className={page.told} role="status" data-failed={told && !told.ok ? '' : undefined}>
        {told && (told.ok ? t('cases.promises.keptNow', { what: told.what, who: told.who }) : t(`cases.keep.${told.why}`))}
      </p>
      {promises.length === 0 ? (
        <p className={page.none}>{t('cases.promises.none')}</p>
      ) : (
        <>
          <div className={page.tools}>
            <span>{t('cases.shown', { count: promises.length })}</span>
            <ListKeys opens={t('cases.openCall')} />
            <SaveButton file={file} />
          </div>
          <RowList label={t('cases.promises.title')} rows={promises} keyOf={keyOf} choice={choice}>
            {(row, isChosen) => {
              const { call, made, status } = row
              const { who, tier, matter } = callWords(words, shown, call)
              return (
                <div className={styles.promise} data-status={status}>
                  <p className={styles.when}>
                    <strong>{t(`cases.promises.${status}`)}</strong> <Left due={made.due} />
                  </p>
                  <p className={styles.what}>
                    <b>{title(promiseTitle(shown, made))}</b>
                    <span>{t('cases.promises.due', { date: dateOf(dayOf(made.due)).slice(5), moment: moment(made.due) })}</span>
                  </p>
                  <p className={styles.who}>
                    <b>{who}</b> {tier && <span>{tier}</span>} <span>{matter}</span>
                    {call.agent && <span>{t('cases.agent', { agent: call.agent })}</span>}
                  </p>
                  <p className={styles.acts}>
                    <button
                      type="button"
                      className={styles.keep}
                      aria-keyshortcuts={isChosen ? 'k' : undefined}
                      onClick={() => void keep(row)}
                    >
                      {isChosen && <KeyCap label="k" />}
                      {t('cases.promises.keep')}
                    </button>
                    <a className={page.open} href={callAddress(call.id)}>
                      {isChosen && <KeyCap label="↵" />}
                      <span>{t('cases.openCall')}</span>
                    </a>
                  </p>
                </div>
              )
            }}
          </RowList>
        </>
      )}
    </>
  )
}

function keyOf({ call, made }: OpenPromise): string {
  return `${call.id} ${made.id}`
}

function goTo({ call }: OpenPromise): void {
  location.hash = callAddress(call.id)
}

/** The time left, counting; of what is overdue, how long it has been. */
function Left({ due }: { readonly due: number }) {
  const { t, amount } = useWords()
  const { home } = useDeskData()
  const left = due - useNow(home.clock)
  return <span className={styles.left}>{t(left > 0 ? 'cases.promises.left' : 'cases.promises.over', { amount: amount(left) })}</span>
}
