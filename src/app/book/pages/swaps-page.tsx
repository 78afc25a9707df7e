import { useDeferredValue, useMemo, useState } from 'react'
import { VIOLATIONS } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { Highlighted } from '../parts/highlighted.tsx'
import page from '../parts/page.module.css'
import { SourceLinks } from '../parts/source-links.tsx'
import styles from './swaps-page.module.css'

/** Say this, not that: by what is wrong with it. */
export function SwapsPage() {
  const { t, title, script } = useWords()
  const { pack } = useBook()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim().toLowerCase())
  const swaps = useMemo(
    () =>
      Object.values(pack.swaps).filter(({ not, match, instead, why }) =>
        [not, instead, why.zh, why.en, ...match].join('\n').toLowerCase().includes(query),
      ),
    [pack, query],
  )
  return (
    <>
      <h1 className={page.heading}>{t('book.swaps')}</h1>
      <p className={page.lead}>{t('book.swapsAbout', { count: Object.keys(pack.swaps).length })}</p>
      <input
        type="search"
        className={`${page.field} ${styles.field}`}
        aria-label={t('book.searchSwaps')}
        placeholder={t('book.searchSwaps')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {VIOLATIONS.map((violation) => {
        const own = swaps.filter((each) => each.violation === violation)
        return (
          own.length > 0 && (
            <section key={violation} className={page.kind}>
              <h2>
                {t(`violation.${violation}`)} <span className={page.many}>{own.length}</span>
              </h2>
              <ul className={styles.list}>
                {own.map(({ id, not, instead, why, source, match }) => (
                  <li key={id} id={id}>
                    <p className={styles.pair} lang={script}>
                      <s>
                        <Highlighted text={not} query={query} />
                      </s>
                      <span aria-hidden="true">→</span>
                      <strong>
                        <Highlighted text={instead} query={query} />
                      </strong>
                    </p>
                    <p className={styles.why}>{title(why)}</p>
                    <details className={styles.more}>
                      <summary>{t('book.swapMore')}</summary>
                      <p lang={script}>{match.join(' · ')}</p>
                      <SourceLinks ids={source} />
                    </details>
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
