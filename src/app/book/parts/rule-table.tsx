import { Fragment, useId, useState } from 'react'
import { decide, holds } from '../../../core/rules/decide.ts'
import type { Conclusion, DecisionTable, Fact, Facts, RuleInput, RuleRow } from '../../../core/rules/decision-table.ts'
import { useWords } from '../../words.tsx'
import styles from './rule-table.module.css'
import { cellWords, outputWords } from './rule-words.ts'
import { SourceLinks } from './source-links.tsx'

/** A table of rules, row by row in words; whoever fills in the facts of a case sees which rows answer it. */
export function RuleTable({ table }: { readonly table: DecisionTable }) {
  const words = useWords()
  const { t, title } = words
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const facts = factsOf(table, typed)
  const answers: readonly Conclusion[] = facts ? decide(table, facts) : []
  const asked = Object.values(typed).some((value) => value !== '')
  return (
    <>
      <p className={styles.about}>
        {t(`rules.hit.${table.hit}`)} {t('rules.holds', { date: table.holds })}
        {table.counsel && <em className={styles.counsel}> {t('rules.counsel', { why: title(table.counsel) })}</em>}
      </p>
      <form className={styles.ask} aria-label={`${title(table.title)} · ${t('rules.ask')}`} onSubmit={(event) => event.preventDefault()}>
        {Object.entries(table.inputs).map(([id, input]) => (
          <Asked key={id} input={input} value={typed[id] ?? ''} onChange={(value) => setTyped({ ...typed, [id]: value })} />
        ))}
        <p role="status" className={styles.answer}>
          {answers.length > 0 ? (
            <strong>{words.list(answers.map((each) => firstWords(each)))}</strong>
          ) : (
            <span>{t(asked && facts ? 'rules.nothing' : 'rules.fill')}</span>
          )}
        </p>
      </form>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t('rules.when')}</th>
            <th scope="col">{t('rules.gives')}</th>
            <th scope="col">{t('rules.from')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.at} aria-current={answers.includes(row) || undefined} data-holds={(facts && holds(row, facts)) || undefined}>
              <td>
                <Conditions table={table} row={row} />
              </td>
              <Gives table={table} conclusion={row} />
            </tr>
          ))}
          {table.otherwise && (
            <tr aria-current={answers.includes(table.otherwise) || undefined}>
              <td>{t('rules.otherwise')}</td>
              <Gives table={table} conclusion={table.otherwise} />
            </tr>
          )}
        </tbody>
      </table>
    </>
  )

  function firstWords({ gives }: Conclusion): string {
    return Object.entries(table.outputs)
      .map(([id, output]) => outputWords(words, output, gives[id] ?? ''))
      .join(' · ')
  }
}

interface ConditionsProps {
  readonly table: DecisionTable
  readonly row: RuleRow
}

/** What must be so for a row to answer. */
function Conditions({ table, row: { when } }: ConditionsProps) {
  const words = useWords()
  const cells = Object.entries(when)
  if (cells.length === 0) return words.t('rules.always')
  return (
    <dl className={styles.cells}>
      {cells.map(([id, tests]) => {
        const input = table.inputs[id]
        return (
          input && (
            <Fragment key={id}>
              <dt>{words.title(input.title)}</dt>
              <dd>{cellWords(words, input, tests)}</dd>
            </Fragment>
          )
        )
      })}
    </dl>
  )
}

interface GivesProps {
  readonly table: DecisionTable
  readonly conclusion: Conclusion
}

/** What follows from a row, and where it stands. */
function Gives({ table, conclusion: { gives, note, source } }: GivesProps) {
  const words = useWords()
  const outputs = Object.entries(table.outputs)
  const told = outputs.map(([id, output]) => ({ id, output, value: outputWords(words, output, gives[id] ?? '') }))
  return (
    <>
      <td>
        {told.length === 1 ? (
          <strong>{told[0]?.value}</strong>
        ) : (
          <dl className={styles.cells}>
            {told.map(({ id, output, value }) => (
              <Fragment key={id}>
                <dt>{words.title(output.title)}</dt>
                <dd>
                  <strong>{value}</strong>
                </dd>
              </Fragment>
            ))}
          </dl>
        )}
        {note && <p className={styles.note}>{words.title(note)}</p>}
      </td>
      <td>
        <SourceLinks ids={source} />
      </td>
    </>
  )
}

interface AskedProps {
  readonly input: RuleInput
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Where one fact of a case is filled in. */
function Asked({ input, value, onChange }: AskedProps) {
  const { t, title } = useWords()
  const id = useId()
  return (
    <div className={styles.fact}>
      <label htmlFor={id}>{title(input.title)}</label>
      {input.type === 'number' ? (
        <span className={styles.number}>
          <input id={id} inputMode="decimal" value={value} onChange={(event) => onChange(event.target.value)} />
          <span>{t(`rules.unit.${input.unit}`, { value: '' })}</span>
        </span>
      ) : (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {input.type === 'flag' ? (
            <>
              <option value="">{t('rules.no')}</option>
              <option value="yes">{t('rules.yes')}</option>
            </>
          ) : (
            <>
              <option value="">{t(input.optional ? 'rules.absent' : 'rules.choose')}</option>
              {Object.entries(input.choices).map(([choice, name]) => (
                <option key={choice} value={choice}>
                  {title(name)}
                </option>
              ))}
            </>
          )}
        </select>
      )}
    </div>
  )
}

/** The facts that were filled in; nothing while one is missing that must be known, or is no number. */
function factsOf({ inputs }: DecisionTable, typed: Readonly<Record<string, string>>): Facts | undefined {
  const facts: Record<string, Fact> = {}
  for (const [id, input] of Object.entries(inputs)) {
    const value = (typed[id] ?? '').normalize('NFKC').replaceAll(',', '').trim()
    if (input.type === 'flag') facts[id] = value !== ''
    else if (value === '') {
      if (!input.optional) return undefined
    } else if (input.type === 'choice') facts[id] = value
    else if (/^\d{1,9}(?:\.\d{1,2})?$/u.test(value)) facts[id] = Number(value)
    else return undefined
  }
  return facts
}
