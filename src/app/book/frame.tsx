import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { LANGUAGES, THEMES } from '../../store/settings.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { useSettings } from '../settings-context.ts'
import { useWords } from '../words.tsx'
import { useBook } from './book-data.ts'
import styles from './frame.module.css'

/** What stands around every page: where one is, where one can go, and a search over all lines. */
export function BookFrame() {
  const { t, title } = useWords()
  const { pack } = useBook()
  const [settings, change] = useSettings()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const search = useRef<HTMLInputElement>(null)
  useOwnKeys([{ code: 'Slash', run: () => search.current?.focus() }])
  const onLines = pathname === '/book/lines'

  return (
    <div className={styles.book}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('book-main')?.focus()}>
        {t('book.skip')}
      </button>
      <header className={styles.head}>
        <div className={styles.brand}>
          <a href="#/" className={styles.home}>
            {t('product.name')}
          </a>
          <Link to="/book" className={styles.name} activeOptions={{ exact: true }}>
            {t('book.title')}
          </Link>
          <span className={styles.edition}>{t('start.pack', { title: title(pack.title), edition: pack.edition })}</span>
        </div>
        {!onLines && (
          <form
            className={styles.search}
            onSubmit={(event) => {
              event.preventDefault()
              void navigate({ to: '/book/lines', search: { text: search.current?.value ?? '' } })
            }}
          >
            <input
              ref={search}
              type="search"
              aria-label={t('book.search')}
              placeholder={t('book.searchHint')}
              aria-keyshortcuts="/"
              className={styles.field}
            />
          </form>
        )}
        <nav className={styles.nav} aria-label={t('book.nav')}>
          <Link to="/book" activeOptions={{ exact: true }}>
            {t('book.contents')}
          </Link>
          <Link to="/book/lines">{t('book.lines')}</Link>
          <Link to="/book/swaps">{t('book.swaps')}</Link>
          <Link to="/book/craft">{t('book.craft')}</Link>
          <Link to="/book/rules">{t('rules.title')}</Link>
          <Link to="/book/coverage">{t('book.coverage')}</Link>
          <Link to="/book/changes">{t('book.changes')}</Link>
          <Link to="/book/print">{t('book.print')}</Link>
        </nav>
        <div className={styles.settings}>
          <select
            aria-label={t('settings.language')}
            value={settings.language}
            onChange={(event) => change({ language: LANGUAGES.find((each) => each === event.target.value) ?? settings.language })}
          >
            {LANGUAGES.map((id) => (
              <option key={id} value={id} lang={id}>
                {LANGUAGE_NAMES[id]}
              </option>
            ))}
          </select>
          <select
            aria-label={t('settings.theme')}
            value={settings.theme}
            onChange={(event) => change({ theme: THEMES.find((each) => each === event.target.value) ?? settings.theme })}
          >
            {THEMES.map((id) => (
              <option key={id} value={id}>
                {t(`theme.${id}`)}
              </option>
            ))}
          </select>
        </div>
      </header>
      <main id="book-main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
