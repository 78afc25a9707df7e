import { useMemo, useState } from 'react'
import { checkpointReach, type SourceStatus, type SourceUse, sourceByScenario, sourceUses } from '../../../core/book/coverage.ts'
import { CHECKPOINTS, SCENARIO_GROUPS } from '../../../core/vocabulary.ts'
import { scenarioAddress, sourceAddress } from '../../book-address.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import page from '../parts/page.module.css'
import styles from './coverage-page.module.css'

const STATUSES: readonly SourceStatus[] = ['cited', 'deviates', 'reasoned', 'pending']

/** What of the manual is in the book, at a glance: source × scenario, and scenario × checkpoint. */
export function CoveragePage() {
  const { t, title, script } = useWords()
  const { pack, extras } = useBook()
  const [only, setOnly] = useState<SourceStatus>()
  const uses = useMemo(() => sourceUses(pack, extras.deviations), [pack, extras])
  const counts = useMemo(() => sourceByScenario(pack), [pack])
  const scenarios = useMemo(
    () => SCENARIO_GROUPS.flatMap((group) => Object.values(pack.scenarios).filter((each) => each.group === group)),
    [pack],
  )
  const shown = uses.filter(({ status }) => only === undefined || status === only)

  return (
    <>
      <h1 className={page.heading}>{t('book.coverage')}</h1>
      <ul className={styles.totals}>
        {STATUSES.map((status) => (
          <li key={status}>
            <button
              type="button"
              className={styles.total}
              data-status={status}
              aria-pressed={only === status}
              onClick={() => setOnly(only === status ? undefined : status)}
            >
              <strong>{uses.filter((use) => use.status === status).length}</strong>
              {t(`sourceStatus.${status}`)}
            </button>
          </li>
        ))}
      </ul>
      <section className={styles.part} aria-label={t('book.sourceByScenario')}>
        <h2>{t('book.sourceByScenario')}</h2>
        <p className={styles.note}>{t('book.sourceByScenarioAbout')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard needs the focus in what scrolls */}
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">{t('source.from')}</th>
                {scenarios.map(({ id, title: name, group }) => (
                  <th key={id} scope="col" data-group={group} className={styles.column}>
                    <a href={scenarioAddress(id)}>{title(name)}</a>
                  </th>
                ))}
                <th scope="col" className={styles.column}>
                  {t('book.elsewhere')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((use) => (
                <tr key={use.source.id}>
                  <th scope="row">
                    <a href={sourceAddress(use.source.id)}>
                      <span lang={script}>{use.source.title}</span> <code>{use.source.id}</code>
                    </a>
                    {use.status !== 'cited' && <span className={styles.status}>{t(`sourceStatus.${use.status}`)}</span>}
                  </th>
                  {scenarios.map(({ id }) => {
                    const count = counts.get(id)?.get(use.source.id)
                    return (
                      <td key={id} data-weight={count && Math.min(4, Math.ceil(count / 3))}>
                        {count}
                      </td>
                    )
                  })}
                  <td>{elsewhere(use, counts) || ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className={styles.part} aria-label={t('book.scenarioByCheckpoint')}>
        <h2>{t('book.scenarioByCheckpoint')}</h2>
        <p className={styles.note}>{t('book.scenarioByCheckpointAbout')}</p>
        <Reach />
      </section>
    </>
  )
}

/** How much of the book rests on a source outside the scenarios: lines of the journey, swaps, hints and rules. */
function elsewhere(use: SourceUse, counts: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  const inScenarios = [...counts.values()].reduce((sum, own) => sum + (own.get(use.source.id) ?? 0), 0) - use.scenarios.length
  return Math.max(0, use.lines.length - inScenarios) + use.swaps.length + use.hints.length + use.rules.length
}

function Reach() {
  const { t, title } = useWords()
  const { pack } = useBook()
  const reach = useMemo(() => checkpointReach(pack), [pack])
  return (
    <table className={styles.reach}>
      <thead>
        <tr>
          <th scope="col">{t('scenario.label')}</th>
          {CHECKPOINTS.map((id) => (
            <th key={id} scope="col">
              {title(pack.checkpoints[id].title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...reach].map(([id, row]) => (
          <tr key={id}>
            <th scope="row">
              <a href={scenarioAddress(id)}>{title(pack.scenarios[id]?.title ?? { zh: id, en: id })}</a>
            </th>
            {CHECKPOINTS.map((checkpoint) => {
              const { met, needs } = row[checkpoint]
              return (
                <td key={checkpoint} data-met={met === needs ? 'all' : met > 0 ? 'some' : 'none'}>
                  <span aria-hidden="true">{met === needs ? '◆' : met > 0 ? '◈' : '◇'}</span> {t('book.reach', { met, needs })}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
