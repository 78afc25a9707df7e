import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { diffChars, diffLines } from 'diff'
import { useEffect, useMemo, useState } from 'react'
import { type Change, compareEditions, type EditionRecord, type FieldChange } from '../../../core/book/edition.ts'
import type { ShippedEdition } from '../../../core/shipped-pack.ts'
import { loadEdition } from '../../load-pack.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import page from '../parts/page.module.css'
import styles from './changes-page.module.css'

type Loading =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly before: EditionRecord; readonly after: EditionRecord }

/** What changed from one edition of the pack to another, scenario by scenario. */
export function ChangesPage() {
  const { t } = useWords()
  const { shipped } = useBook()
  const search = useSearch({ from: '/book/changes' })
  const navigate = useNavigate({ from: '/book/changes' })
  const { editions } = shipped
  const to = editions.find(({ edition }) => edition === search.to) ?? editions.at(-1)
  const from = editions.find(({ edition }) => edition === search.from) ?? editions.at(-2) ?? editions.at(0)
  const loading = useEditions(from, to)
  const choose = (change: { readonly from?: string; readonly to?: string }) =>
    void navigate({ search: { from: from?.edition ?? '', to: to?.edition ?? '', ...change }, replace: true })

  return (
    <>
      <h1 className={page.heading}>{t('book.changes')}</h1>
      <div className={styles.choices}>
        <EditionChoice
          label={t('book.from')}
          editions={editions}
          chosen={from?.edition}
          onChoose={(edition) => choose({ from: edition })}
        />
        <EditionChoice label={t('book.to')} editions={editions} chosen={to?.edition} onChoose={(edition) => choose({ to: edition })} />
      </div>
      {loading.state === 'failed' && <p role="alert">{t('loading.failed')}</p>}
      {loading.state === 'ready' && <Changes before={loading.before} after={loading.after} />}
    </>
  )
}

function useEditions(from: ShippedEdition | undefined, to: ShippedEdition | undefined): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  useEffect(() => {
    if (!from || !to) return
    let left = false
    Promise.all([loadEdition(from), loadEdition(to)]).then(
      ([before, after]) => left || setLoading({ state: 'ready', before, after }),
      () => left || setLoading({ state: 'failed' }),
    )
    return () => {
      left = true
    }
  }, [from, to])
  return loading
}

interface EditionChoiceProps {
  readonly label: string
  readonly editions: readonly ShippedEdition[]
  readonly chosen: string | undefined
  readonly onChoose: (edition: string) => void
}

function EditionChoice({ label, editions, chosen, onChoose }: EditionChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {editions.map(({ edition }) => (
          <option key={edition} value={edition}>
            {edition}
          </option>
        ))}
      </select>
    </label>
  )
}

const KINDS = ['added', 'changed', 'removed'] as const

function Changes({ before, after }: { readonly before: EditionRecord; readonly after: EditionRecord }) {
  const { t, title } = useWords()
  const { lines } = useBook()
  const [only, setOnly] = useState<(typeof KINDS)[number]>()
  const changes = useMemo(() => compareEditions(before, after), [before, after])
  const scenarioOf = useMemo(() => new Map(lines.map(({ line, scenario }) => [line.id, scenario])), [lines])
  const groups = useMemo(() => {
    const grouped = new Map<string, Change[]>()
    for (const change of changes) {
      if (only && change.what !== only) continue
      // A line that is gone still names its scenario in its id.
      const machine =
        change.machine ?? (change.kind === 'line' ? (scenarioOf.get(change.id) ?? machineOfLine(before, change.id)) : undefined)
      const key = machine ?? (change.kind === 'swap' ? 'swaps' : 'common')
      grouped.set(key, [...(grouped.get(key) ?? []), change])
    }
    return grouped
  }, [changes, only, scenarioOf, before])
  const name = (key: string) => {
    const machine = after.machines[key] ?? before.machines[key]
    if (machine) return title(machine.title)
    return key === 'swaps' ? t('book.swaps') : t('book.common')
  }

  const isEntire = (own: readonly Change[]) => isWhole(own, 'added') || isWhole(own, 'removed')
  const whole = [...groups].filter(([, own]) => isEntire(own))
  const partly = [...groups].filter(([, own]) => !isEntire(own))

  if (changes.length === 0) return <p role="status">{t('book.noChanges')}</p>
  return (
    <>
      <ul className={styles.totals}>
        {KINDS.map((what) => (
          <li key={what}>
            <button type="button" aria-pressed={only === what} onClick={() => setOnly(only === what ? undefined : what)}>
              <strong>{changes.filter((each) => each.what === what).length}</strong> {t(`book.what.${what}`)}
            </button>
          </li>
        ))}
      </ul>
      {partly.map(([key, own]) => (
        <Group key={key} id={key} name={name(key)} changes={own} before={before} after={after} />
      ))}
      {KINDS.map((what) => {
        const own = whole.filter(([, changes]) => isWhole(changes, what))
        return (
          own.length > 0 && (
            <section key={what} className={styles.group} aria-label={t(`book.whole.${what as 'added'}`)}>
              <h2>
                {t(`book.whole.${what as 'added'}`)} <span className={styles.what}>{own.length}</span>
              </h2>
              <ul className={styles.scenarios}>
                {own.map(([key, changes]) => (
                  <li key={key}>
                    {after.machines[key] ? (
                      <Link to="/book/scenario/$machine" params={{ machine: key }}>
                        {name(key)}
                      </Link>
                    ) : (
                      name(key)
                    )}{' '}
                    <span className={styles.what}>
                      {t('book.lineCount', { count: changes.filter(({ kind }) => kind === 'line').length })}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}

/** Whether a scenario is new, or gone, as a whole. */
function isWhole(changes: readonly Change[], what: Change['what']): boolean {
  return what !== 'changed' && changes.some((change) => change.kind === 'scenario' && change.what === what)
}

interface GroupProps {
  readonly id: string
  readonly name: string
  readonly changes: readonly Change[]
  readonly before: EditionRecord
  readonly after: EditionRecord
}

/** All that changed in one scenario; what is worded anew is shown word for word. */
function Group({ id, name, changes: told, before, after }: GroupProps) {
  const { t } = useWords()
  return (
    <section className={styles.group} aria-label={name}>
      <h2>
        {after.machines[id] ? (
          <Link to="/book/scenario/$machine" params={{ machine: id }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </h2>
      {told.length > 0 && (
        <ul className={styles.list}>
          {told.map((change) => (
            <li key={`${change.kind} ${change.id}`}>
              <p className={styles.subject}>
                <span className={styles.what} data-what={change.what}>
                  {t(`book.what.${change.what}`)}
                </span>{' '}
                {t(`book.kind.${change.kind}`)} <code>{change.id}</code>
              </p>
              {change.what !== 'changed' && <Wording record={change.what === 'added' ? after : before} change={change} />}
              {change.fields.map((field) => (
                <Field key={field.field} change={field} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Wording({ record, change }: { readonly record: EditionRecord; readonly change: Change }) {
  const { dictionary, script } = useWords()
  const line = change.kind === 'line' ? record.lines[change.id] : undefined
  const swap = change.kind === 'swap' ? record.swaps[change.id] : undefined
  const text = line?.say[0] ?? (swap && `${swap.not} → ${swap.instead}`)
  return text === undefined ? null : (
    <p className={styles.wording} lang={script}>
      {dictionary?.[text] ?? text}
    </p>
  )
}

const LISTS = new Set(['do', 'avoid', 'requires', 'on', 'acts', 'promises', 'source'])

/** One field, with what went struck out and what came underlined. */
function Field({ change }: { readonly change: FieldChange }) {
  const { t, script, dictionary } = useWords()
  const shown = (text: string) =>
    text
      .split('\n')
      .map((line) => dictionary?.[line] ?? line)
      .join('\n')
  // A list changes item by item, a text character by character.
  const parts = LISTS.has(change.field)
    ? diffLines(`${shown(change.before)}\n`, `${shown(change.after)}\n`)
    : diffChars(shown(change.before), shown(change.after))
  return (
    <div className={styles.field}>
      <span className={styles.fieldName}>{t(`book.field.${change.field as 'say'}`)}</span>
      <p lang={script}>
        {parts.map(({ value, added, removed }, i) => {
          const key = `${i} ${value}`
          if (added) return <ins key={key}>{value}</ins>
          if (removed) return <del key={key}>{value}</del>
          return <span key={key}>{value}</span>
        })}
      </p>
    </div>
  )
}

function machineOfLine(record: EditionRecord, line: string): string | undefined {
  const name = line.split('.')[0] ?? ''
  return name in record.machines ? name : undefined
}
