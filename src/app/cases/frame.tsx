import type { ReactNode } from 'react'
import { LANGUAGES, THEMES } from '../../store/settings.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { DIGITS, labelAt } from '../../ui/shortcut-rows.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { useSettings } from '../settings-context.ts'
import { useWords } from '../words.tsx'
import { type Place, VIEWS, type View, viewAddress } from './cases-address.ts'
import styles from './frame.module.css'

export interface DeskFrameProps {
  readonly place: Place
  /** How many overdue promises there are. */
  readonly overdue: number
  readonly counts: Readonly<Partial<Record<View, number>>>
  /** What is wrong with what is kept here, in words. */
  readonly notice: string | undefined
  readonly onReload: () => void
  readonly children: ReactNode
}

/** What stands around every list: where one is, where one can go, and what presses. */
export function DeskFrame({ place, overdue, counts, notice, onReload, children }: DeskFrameProps) {
  const { t } = useWords()
  const [settings, change] = useSettings()
  return (
    <div className={styles.desk}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('desk-main')?.focus()}>
        {t('cases.skip')}
      </button>
      <header className={styles.head}>
        <div className={styles.brand}>
          <a href="#/" className={styles.home} aria-keyshortcuts="h">
            <KeyCap label="h" />
            <span>{t('product.name')}</span>
          </a>
          <span className={styles.name}>{t('cases.title')}</span>
        </div>
        <div className={styles.settings}>
          <button type="button" aria-keyshortcuts="r" onClick={onReload}>
            <KeyCap label="r" />
            {t('cases.reload')}
          </button>
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
        <nav className={styles.nav} aria-label={t('cases.nav')}>
          {VIEWS.map((view, i) => (
            <a
              key={view}
              href={viewAddress(view)}
              aria-current={place.at === view ? 'page' : undefined}
              aria-keyshortcuts={labelAt(DIGITS, i)}
            >
              <KeyCap label={labelAt(DIGITS, i) ?? ''} lit={place.at === view} />
              {t(`cases.view.${view}`)}
              {counts[view] !== undefined && <span className={styles.count}>{counts[view]}</span>}
              {view === 'promises' && overdue > 0 && (
                <strong className={styles.overdue}>{t('cases.promises.overdueCount', { count: overdue })}</strong>
              )}
            </a>
          ))}
        </nav>
      </header>
      <main id="desk-main" className={styles.main} tabIndex={-1}>
        {notice && (
          <p className={styles.notice} role="alert">
            {notice}
          </p>
        )}
        {children}
      </main>
    </div>
  )
}
