import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { CallSummary } from '../../store/summary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWords } from '../words.tsx'
import styles from './call-list.module.css'
import { type CallWords, callWords, filtered } from './call-words.ts'
import { callAddress } from './cases-address.ts'
import { DayPicker, type PickedDay } from './day-picker.tsx'
import { useDeskData } from './desk-context.ts'
import { ListKeys, SaveButton, saveKey } from './list-actions.tsx'
import page from './page.module.css'
import { RowList, useChoice } from './row-list.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

export interface CallListProps {
  /** Of the day, in the order in which they began; absent until they were read. */
  readonly calls: readonly CallSummary[] | undefined
  readonly day: PickedDay
}

/** The calls of a day, the latest first, narrowed down while one types. */
export function CallList({ calls = [], day }: CallListProps) {
  const words = useWords()
  const { t } = words
  const { shown } = useDeskData()
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const all = useMemo(() => calls.map((call) => callWords(words, shown, call)).reverse(), [words, shown, calls])
  const wanted = useDeferredValue(query)
  const rows = useMemo(() => filtered(words, all, wanted), [words, all, wanted])
  const choice = useChoice(rows, keyOf)
  const { chosen } = choice

  const file = {
    name: `calls-${day.date}`,
    rows: () => [
      [
        ...[t('cases.calls.time'), t('cases.column.customer'), t('cases.column.tier'), t('cases.column.matter')],
        ...[t('cases.column.classes'), t('cases.column.outcome'), t('cases.calls.length'), t('cases.column.agent'), t('cases.column.call')],
      ],
      ...rows.map((row) => [
        ...[`${row.date} ${row.time}`, row.who, row.tier, row.matter],
        ...[row.classes, row.outcome, row.length, row.call.agent, row.call.id],
      ]),
    ],
  }
  useDeskKeys([
    ...choice.keys,
    ...day.keys,
    { code: 'Slash', run: () => field.current?.focus() },
    ...(chosen ? [{ code: 'Enter', run: () => goTo(chosen) }] : []),
    saveKey(file),
  ])
  // Out of the field, where nothing else is a key.
  useShortcuts(({ code, target }) => {
    if (target !== field.current || (code !== 'Escape' && code !== 'Enter')) return false
    if (code === 'Escape') setQuery('')
    field.current?.blur()
    return true
  })

  return (
    <>
      <div className={page.head}>
        <h1 className={page.heading}>{t('cases.calls.title')}</h1>
        <DayPicker day={day} />
      </div>
      {all.length === 0 ? (
        <p className={page.none}>{t('cases.calls.none')}</p>
      ) : (
        <>
          <div className={page.tools}>
            <search className={styles.search}>
              <KeyCap label="/" />
              <input
                ref={field}
                type="search"
                className={styles.field}
                aria-label={t('cases.calls.filter')}
                aria-keyshortcuts="/"
                placeholder={t('cases.calls.filterHint')}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            </search>
            <span role="status">
              {rows.length === all.length
                ? t('cases.shown', { count: all.length })
                : t('cases.shownOf', { part: rows.length, all: all.length })}
            </span>
            <ListKeys opens={t('cases.openCall')} />
            <SaveButton file={file} />
          </div>
          {rows.length === 0 ? (
            <p className={page.none}>{t('cases.calls.noMatch')}</p>
          ) : (
            <RowList label={t('cases.calls.title')} rows={rows} keyOf={keyOf} choice={choice}>
              {(row, isChosen) => (
                <a className={styles.call} href={callAddress(row.call.id)} data-urgent={row.urgent || undefined}>
                  <time className={styles.time} dateTime={`${row.date}T${row.time}+08:00`}>
                    {isChosen && <KeyCap label="↵" />}
                    {row.time}
                  </time>
                  <span className={styles.who}>
                    <b>{row.who}</b> {row.tier}
                  </span>
                  <span className={styles.matter}>{row.matter}</span>
                  <span className={styles.classes}>
                    {row.urgent && <strong>{t('cases.calls.urgent')}</strong>} {row.classes}
                  </span>
                  <span className={styles.outcome} data-status={row.call.status}>
                    {row.outcome}
                  </span>
                  <span className={styles.length}>{row.call.status === 'open' ? '' : row.length}</span>
                </a>
              )}
            </RowList>
          )}
        </>
      )}
    </>
  )
}

function keyOf({ call }: CallWords): string {
  return call.id
}

function goTo({ call }: CallWords): void {
  location.hash = callAddress(call.id)
}
