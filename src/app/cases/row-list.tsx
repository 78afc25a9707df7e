import { type ReactNode, useEffect, useRef, useState } from 'react'
import { KeyCap } from '../../ui/key-cap.tsx'
import type { Shortcut } from '../../ui/shortcut-rows.ts'
import { useWords } from '../words.tsx'
import styles from './row-list.module.css'

/** How many rows are in the page at once: a day may have thousands. */
const PAGE = 50

/** Which row of a list is chosen; the page that it stands on is the one on show. */
export interface Choice<T> {
  readonly chosen: T | undefined
  readonly index: number
  readonly choose: (index: number) => void
  /** Arrows, and a page at a time. */
  readonly keys: readonly Shortcut[]
}

/**
 * The chosen row of a list, which stays chosen while rows come and go around it. When it goes itself, the row that took its place is.
 *
 * @param keyOf names a row for good
 */
export function useChoice<T>(rows: readonly T[], keyOf: (row: T) => string): Choice<T> {
  const [wanted, setWanted] = useState<{ readonly key: string | undefined; readonly index: number }>({ key: undefined, index: 0 })
  const found = rows.findIndex((row) => keyOf(row) === wanted.key)
  const index = Math.max(0, found >= 0 ? found : Math.min(wanted.index, rows.length - 1))
  const choose = (next: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, next))
    const row = rows[at]
    setWanted({ key: row === undefined ? undefined : keyOf(row), index: at })
  }
  const chosen = rows[index]
  // A row that was never chosen by hand is held as well: a list that grows above it does not move the choice.
  const key = chosen === undefined ? undefined : keyOf(chosen)
  useEffect(() => setWanted({ key, index }), [key, index])
  return {
    chosen,
    index,
    choose,
    keys: [
      { code: 'ArrowDown', run: () => choose(index + 1) },
      { code: 'ArrowUp', run: () => choose(index - 1) },
      { code: 'PageDown', run: () => choose(index + PAGE) },
      { code: 'PageUp', run: () => choose(index - PAGE) },
    ],
  }
}

export interface RowListProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly choice: Choice<T>
  /** How many of the rows that are chosen from stand in lists above this one. */
  readonly offset?: number
  readonly children: (row: T, chosen: boolean) => ReactNode
}

/** Rows, fifty at a time, of which one is chosen. */
export function RowList<T>({ label, rows, keyOf, choice, offset = 0, children }: RowListProps<T>) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const index = choice.index - offset
  const choose = (at: number) => choice.choose(at + offset)
  const page = Math.max(0, Math.floor(Math.min(index, rows.length - 1) / PAGE))
  const pages = Math.ceil(rows.length / PAGE)
  const moved = useRef(index)
  useEffect(() => {
    if (moved.current === index) return
    moved.current = index
    // Nothing is returned: some browsers answer with a promise, which React would take for a clean-up.
    if (index >= 0) list.current?.children[index % PAGE]?.scrollIntoView?.({ block: 'nearest' })
  }, [index])

  return (
    <>
      <ol ref={list} className={styles.list} aria-label={label} start={page * PAGE + 1}>
        {rows.slice(page * PAGE, (page + 1) * PAGE).map((row, i) => {
          const at = page * PAGE + i
          return (
            <li key={keyOf(row)} className={styles.row} aria-current={at === index ? 'true' : undefined}>
              {children(row, at === index)}
            </li>
          )
        })}
      </ol>
      {pages > 1 && (
        <p className={styles.pages}>
          <button
            type="button"
            aria-keyshortcuts="PageUp"
            aria-label={t('cases.pageUp')}
            disabled={page === 0}
            onClick={() => choose((page - 1) * PAGE)}
          >
            <KeyCap label="PgUp" />
            <span aria-hidden="true">‹</span>
          </button>
          {t('cases.shownOf', { part: `${page * PAGE + 1}–${Math.min(rows.length, (page + 1) * PAGE)}`, all: rows.length })}
          <button
            type="button"
            aria-keyshortcuts="PageDown"
            aria-label={t('cases.pageDown')}
            disabled={page === pages - 1}
            onClick={() => choose((page + 1) * PAGE)}
          >
            <KeyCap label="PgDn" />
            <span aria-hidden="true">›</span>
          </button>
        </p>
      )}
    </>
  )
}
