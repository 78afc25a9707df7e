import { useCallback, useMemo, useRef, useState } from 'react'
import { dateOf, dayOf } from '../../core/calendar/days.ts'
import { boundsOf, neighbour, type Period, periodKey, periodOf, SPANS } from '../../core/calendar/periods.ts'
import { FAULTS, type SelfCheck } from '../../core/self-check.ts'
import { concernsRefund, type Finding, findingOf } from '../../core/self-check-findings.ts'
import type { CheckMark } from '../../store/check-marks.ts'
import type { CallSummary } from '../../store/summary.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { DraftField } from '../../ui/draft-field.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { shanghaiTime } from '../../ui/time.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWords } from '../words.tsx'
import { CallLinks } from './call-links.tsx'
import styles from './check-list.module.css'
import { useDeskData } from './desk-context.ts'
import { ListKeys, SaveButton, saveKey } from './list-actions.tsx'
import page from './page.module.css'
import { RowList, useChoice } from './row-list.tsx'
import { useCallsOf } from './use-calls.ts'
import { useDeskKeys } from './use-desk-keys.ts'

/** Remarks are for one sentence or two. */
const REMARK = 200

export interface CheckListProps {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** See `useCalls`. */
  readonly asked: number
}

/** The self-checks of a week or a month: what the calls show of them, and what people have found. */
export function CheckList({ now, asked }: CheckListProps) {
  const { t } = useWords()
  const { shown, marks } = useDeskData()
  const [period, setPeriod] = useState(() => periodOf('week', dayOf(now)))
  const current = periodOf(period.span, dayOf(now))
  const isCurrent = period.first >= current.first
  const move = (by: 1 | -1) => {
    if (by < 0 || !isCurrent) setPeriod(neighbour(period, by))
  }
  const choose = (span: string) => setPeriod(periodOf(span === 'month' ? 'month' : 'week', dayOf(now)))
  useDeskKeys([
    { code: 'ArrowLeft', run: () => move(-1) },
    { code: 'ArrowRight', run: () => move(1) },
    { code: 'KeyW', run: () => choose('week') },
    { code: 'KeyM', run: () => choose('month') },
  ])
  const { first, last } = period

  return (
    <>
      <div className={page.head}>
        <h1 className={page.heading}>{t('cases.checks.title')}</h1>
        <ChoiceRow
          label={t('cases.checks.title')}
          bare
          chosen={period.span}
          choices={SPANS.map((id) => ({ id, name: t(`cases.checks.${id}`), shortcut: id.slice(0, 1) }))}
          onChoose={choose}
        />
        <div className={page.picker}>
          <button type="button" aria-keyshortcuts="ArrowLeft" onClick={() => move(-1)}>
            <KeyCap label="←" />
            {t('cases.checks.previous')}
          </button>
          <strong>{t('cases.checks.span', { from: dateOf(first), to: dateOf(last).slice(5) })}</strong>
          <button type="button" aria-keyshortcuts="ArrowRight" disabled={isCurrent} onClick={() => move(1)}>
            {t('cases.checks.next')}
            <KeyCap label="→" />
          </button>
        </div>
        <p className={page.lead}>
          {t('cases.checks.about')} {t(marks.lasting ? 'cases.checks.kept' : 'cases.checks.notKept')}
        </p>
      </div>
      {(shown.selfChecks ?? []).length === 0 ? (
        <p className={page.none}>{t('cases.checks.none')}</p>
      ) : (
        <Checks key={periodKey(period)} period={period} now={now} asked={asked} />
      )}
    </>
  )
}

interface ChecksProps extends CheckListProps {
  readonly period: Period
}

function Checks({ period, now, asked }: ChecksProps) {
  const { t, title } = useWords()
  const { home, shown, marks: store } = useDeskData()
  const key = periodKey(period)
  const checks = useMemo(() => (shown.selfChecks ?? []).filter(({ every }) => every === period.span), [shown, period.span])
  const wanted = useCallback((call: CallSummary) => concernsRefund(shown, call), [shown])
  const { from, to } = boundsOf(period)
  const { calls } = useCallsOf(home.store, from, to, wanted, asked)
  const [marks, setMarks] = useState(() => store.read(key))
  const mark = (check: SelfCheck, change: CheckMark) => setMarks(store.mark(key, check.id, change))
  const tick = (check: SelfCheck) => {
    const { doneAt, ...rest } = marks[check.id] ?? {}
    mark(check, doneAt === undefined ? { ...rest, doneAt: home.clock() } : rest)
  }
  const findings = (check: SelfCheck) => (calls ? check.finds.map((kind) => findingOf(shown, kind, calls, now)) : [])
  const told = (found: Finding) =>
    t(`cases.checks.${found.calls.length > 0 ? 'finding' : 'clean'}.${found.kind}`, { count: found.calls.length, yuan: found.yuan })

  const choice = useChoice(checks, idOf)
  const { chosen } = choice
  const remark = useRef<HTMLElement>(null)
  const file = {
    name: `self-checks-${key.replace(' ', '-')}`,
    rows: () => [
      [t('cases.checks.check'), t('cases.checks.result'), t('cases.checks.doneAt'), t('cases.checks.remark')],
      ...checks.map((check) => {
        const { doneAt, remark: text } = marks[check.id] ?? {}
        const results = check.finds.length > 0 ? findings(check).map(told).join('\n') : t('cases.checks.person')
        return [title(check.title), results, doneAt === undefined ? '' : `${dateOf(dayOf(doneAt))} ${shanghaiTime(doneAt).time}`, text]
      }),
    ],
  }
  useDeskKeys([
    ...choice.keys,
    ...(chosen
      ? [
          { code: 'KeyT', run: () => tick(chosen) },
          { code: 'KeyN', run: () => remark.current?.focus() },
        ]
      : []),
    saveKey(file),
  ])
  // Out of the remark, where nothing else is a key.
  useShortcuts(({ code, target }) => {
    if (target !== remark.current || (code !== 'Escape' && code !== 'Enter')) return false
    remark.current?.blur()
    return true
  })

  return (
    <>
      <div className={page.tools}>
        <span role="status">
          {calls === undefined
            ? t('cases.checks.reading')
            : t('cases.checks.done', { done: checks.filter(({ id }) => marks[id]?.doneAt !== undefined).length, all: checks.length })}
        </span>
        <ListKeys />
        <SaveButton file={file} />
      </div>
      <RowList label={t('cases.checks.title')} rows={checks} keyOf={idOf} choice={choice}>
        {(check, isChosen) => (
          <div className={styles.check}>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={marks[check.id]?.doneAt !== undefined}
                aria-keyshortcuts={isChosen ? 't' : undefined}
                onChange={() => tick(check)}
              />
              {isChosen && <KeyCap label="t" />}
              <b>{title(check.title)}</b>
            </label>
            <p className={styles.look}>{title(check.look)}</p>
            {check.finds.length === 0 && <p className={styles.person}>{t('cases.checks.person')}</p>}
            {findings(check).map((found) => (
              <div
                key={found.kind}
                className={styles.finding}
                data-fault={(FAULTS.includes(found.kind) && found.calls.length > 0) || undefined}
              >
                <p>{told(found)}</p>
                {found.calls.length > 0 && <CallLinks ids={found.calls} known={calls ?? []} />}
              </div>
            ))}
            <div className={styles.remark}>
              <DraftField
                label={t('cases.checks.remark')}
                value={marks[check.id]?.remark ?? ''}
                placeholder={t('cases.checks.remarkHint')}
                maxLength={REMARK}
                onSave={(text) => mark(check, { ...marks[check.id], remark: text })}
                {...(isChosen ? { ref: remark, shortcut: 'n' } : {})}
              />
            </div>
          </div>
        )}
      </RowList>
    </>
  )
}

function idOf({ id }: SelfCheck): string {
  return id
}
