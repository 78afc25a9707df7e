import { useMemo } from 'react'
import { batchesOf } from '../../core/batches.ts'
import { startOf } from '../../core/calendar/days.ts'
import { matterTitle } from '../../core/matter.ts'
import { SERIAL_DAYS, SERIAL_MATTERS, serialComplainers } from '../../core/serial-complainers.ts'
import type { CallSummary } from '../../store/summary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { shanghaiTime } from '../../ui/time.ts'
import { useWords } from '../words.tsx'
import styles from './batch-list.module.css'
import { CallLinks } from './call-links.tsx'
import { callWords } from './call-words.ts'
import { callAddress } from './cases-address.ts'
import { DayPicker, type PickedDay } from './day-picker.tsx'
import { useDeskData } from './desk-context.ts'
import { ListKeys, SaveButton, saveKey } from './list-actions.tsx'
import page from './page.module.css'
import { RowList, useChoice } from './row-list.tsx'
import { useCallsOf } from './use-calls.ts'
import { useDeskKeys } from './use-desk-keys.ts'

export interface BatchListProps {
  /** Of the day. */
  readonly calls: readonly CallSummary[]
  readonly day: PickedDay
  /** See `useCalls`. */
  readonly asked: number
}

/** What is known of a customer again: nobody else is counted. */
const hasRef = ({ ref }: CallSummary) => ref !== undefined

interface Row {
  readonly id: string
  readonly kind: 'batch' | 'serial'
  readonly head: string
  readonly about: string
  readonly calls: readonly string[]
  readonly cells: readonly (string | number)[]
}

/** Matters with many callers within an hour, and customers who complain about whatever comes up. */
export function BatchList({ calls, day, asked }: BatchListProps) {
  const words = useWords()
  const { t, title, list } = words
  const { home, shown } = useDeskData()
  const to = startOf(day.day + 1)
  const { calls: month } = useCallsOf(home.store, startOf(day.day + 1 - SERIAL_DAYS), to, hasRef, asked)
  const time = (at: number) => shanghaiTime(at).time

  const batches = useMemo(() => batchesOf(shown, calls), [shown, calls])
  const serial = useMemo(() => serialComplainers(month ?? [], to), [month, to])
  const batchRows = batches.map(({ matter, callers, from, to: until, calls: ids }): Row => {
    const name = title(matterTitle(shown, matter))
    const span = t('cases.batches.span', { from: time(from), to: time(until) })
    return {
      id: `batch ${matter} ${from}`,
      kind: 'batch',
      head: name,
      about: list([t('cases.batches.count', { ...callers }), span]),
      calls: ids,
      cells: [t('cases.batches.batch'), name, time(from), time(until), callers.ordinary, callers.vip, ids.length],
    }
  })
  const serialRows = serial.map(({ ref, matters, calls: ids }): Row => {
    const last = month?.find(({ id }) => id === ids.at(-1))
    const who = last ? callWords(words, shown, last).who : ref
    const about = list(matters.map((matter) => title(matterTitle(shown, matter))))
    return {
      id: `serial ${ref}`,
      kind: 'serial',
      head: who,
      about,
      calls: ids,
      cells: [t('cases.batches.serialKind'), `${who} ${about}`, '', '', '', '', ids.length],
    }
  })
  const rows = [...batchRows, ...serialRows]
  const choice = useChoice(rows, keyOf)
  const { chosen } = choice
  const file = {
    name: `batches-${day.date}`,
    rows: () => [
      [
        ...[t('cases.batches.kind'), t('cases.column.matter'), t('cases.batches.from'), t('cases.batches.to')],
        ...[t('cases.batches.ordinary'), t('cases.batches.vip'), t('cases.calls.title')],
      ],
      ...rows.map(({ cells }) => cells),
    ],
  }
  const latest = chosen?.calls.at(-1)
  useDeskKeys([...choice.keys, ...day.keys, ...(latest === undefined ? [] : [{ code: 'Enter', run: () => goTo(latest) }]), saveKey(file)])
  const numbers = { days: SERIAL_DAYS, matters: SERIAL_MATTERS }

  return (
    <>
      <div className={page.head}>
        <h1 className={page.heading}>{t('cases.batches.title')}</h1>
        <DayPicker day={day} />
        <p className={page.lead}>{t('cases.batches.about')}</p>
      </div>
      {rows.length > 0 && (
        <div className={page.tools}>
          <span>{t('cases.shown', { count: rows.length })}</span>
          <ListKeys opens={t('cases.batches.latest')} />
          <SaveButton file={file} />
        </div>
      )}
      {batchRows.length === 0 && <p className={page.none}>{t('cases.batches.none')}</p>}
      <RowList label={t('cases.batches.title')} rows={batchRows} keyOf={keyOf} choice={choice}>
        {(row, isChosen) => <Told row={row} chosen={isChosen} known={calls} />}
      </RowList>
      <h2 className={page.second}>{t('cases.batches.serial')}</h2>
      <p className={page.lead}>{t('cases.batches.serialAbout', numbers)}</p>
      {month === undefined && <p className={page.none}>{t('cases.batches.reading', numbers)}</p>}
      {month !== undefined && serial.length === 0 && <p className={page.none}>{t('cases.batches.serialNone', numbers)}</p>}
      <RowList label={t('cases.batches.serial')} rows={serialRows} keyOf={keyOf} choice={choice} offset={batchRows.length}>
        {(row, isChosen) => <Told row={row} chosen={isChosen} known={month ?? []} />}
      </RowList>
    </>
  )
}

function Told({ row, chosen, known }: { readonly row: Row; readonly chosen: boolean; readonly known: readonly CallSummary[] }) {
  const { t } = useWords()
  return (
    <div className={styles.batch} data-kind={row.kind}>
      <p>
        <strong className={styles.kind}>{t(row.kind === 'batch' ? 'cases.batches.batch' : 'cases.batches.serialKind')}</strong>
        <b>{row.head}</b>
      </p>
      <p className={styles.about}>{row.about}</p>
      <CallLinks ids={row.calls} known={known} />
      <a className={page.open} href={callAddress(row.calls.at(-1) ?? '')}>
        {chosen && <KeyCap label="↵" />}
        <span>{t('cases.batches.latest')}</span>
      </a>
    </div>
  )
}

function keyOf({ id }: Row): string {
  return id
}

function goTo(call: string): void {
  location.hash = callAddress(call)
}
