import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { sourceUses } from '../../../core/book/coverage.ts'
import { manualOf } from '../../../core/manual.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { HintList } from '../parts/hint-list.tsx'
import { LineCard } from '../parts/line-card.tsx'
import page from '../parts/page.module.css'

/** One passage of the manual, with everything that rests on it, and where and why we differ from it. */
export function SourcePage() {
  const { t, title, script } = useWords()
  const { pack, extras, lines } = useBook()
  const { source: id } = useParams({ from: '/book/source/$source' })
  const use = useMemo(() => sourceUses(pack, extras.deviations).find(({ source }) => source.id === id), [pack, extras, id])
  if (!use) return <p role="alert">{t('book.noSuch', { id })}</p>
  const { source, deviations } = use
  return (
    <div className={page.page}>
      <header>
        <p className={page.crumbs}>
          <Link to="/book/coverage">{t('book.coverage')}</Link> › <code>{source.id}</code>
        </p>
        <h1 className={page.title} lang={script}>
          {source.title}
        </h1>
        <p className={page.summary}>
          {source.at === ''
            ? title(manualOf(pack, source))
            : t('book.passage', {
                document: title(manualOf(pack, source)),
                at: source.at,
                kind: t(`kind.${source.kind as 'table'}`),
              })}{' '}
          · {t(`sourceStatus.${use.status}`)}
        </p>
      </header>
      {deviations.map(({ kind, reason }) => (
        <section key={reason.zh} className={page.deviation}>
          <h2>{t(`book.deviation.${kind}`)}</h2>
          <p>{title(reason)}</p>
        </section>
      ))}
      {use.scenarios.length > 0 && (
        <section>
          <h2>{t('scenario.label')}</h2>
          <ul className={page.plain}>
            {use.scenarios.map((scenario) => (
              <li key={scenario}>
                <Link to="/book/scenario/$machine" params={{ machine: scenario }}>
                  {title(pack.scenarios[scenario]?.title ?? { zh: scenario, en: scenario })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {use.tables.length > 0 && (
        <section>
          <h2>{t('rules.title')}</h2>
          <ul className={page.plain}>
            {use.tables.map((table) => (
              <li key={table}>
                <Link to="/book/rules" hash={`rule-${table}`}>
                  {title(pack.rules[table]?.title ?? { zh: table, en: table })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {use.forms.length > 0 && (
        <section>
          <h2>{t('book.forms')}</h2>
          <ul className={page.plain}>
            {use.forms.map((form) => (
              <li key={form}>{title(pack.forms?.[form]?.title ?? { zh: form, en: form })}</li>
            ))}
          </ul>
        </section>
      )}
      {use.hints.length > 0 && (
        <section>
          <h2>{t('book.craft')}</h2>
          <HintList hints={use.hints.flatMap((hint) => pack.hints[hint] ?? [])} />
        </section>
      )}
      {use.swaps.length > 0 && (
        <section>
          <h2>{t('book.swaps')}</h2>
          <ul className={page.plain} lang={script}>
            {use.swaps
              .flatMap((swap) => pack.swaps[swap] ?? [])
              .map(({ id: swap, not, instead }) => (
                <li key={swap}>
                  <s>{not}</s> → {instead}
                </li>
              ))}
          </ul>
        </section>
      )}
      {use.lines.length > 0 && (
        <section>
          <h2>{t('book.lines')}</h2>
          {lines
            .filter(({ line }) => line.source.includes(id))
            .map(({ line, places }) => (
              <LineCard key={line.id} line={line} level={3} places={places} />
            ))}
        </section>
      )}
    </div>
  )
}
