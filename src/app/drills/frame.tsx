import type { ReactNode } from 'react'
import { LANGUAGES, THEMES } from '../../store/settings.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { DIGITS, labelAt } from '../../ui/shortcut-rows.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { useSettings } from '../settings-context.ts'
import { useWords } from '../words.tsx'
import { useDrillData } from './drill-context.ts'
import { type Place, VIEWS, viewAddress } from './drills-address.ts'
import styles from './frame.module.css'

/** What stands around the pages of the drill desk: where one is, and where one can go. */
export function DrillFrame({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  const { t } = useWords()
  const { store } = useDrillData()
  const [settings, change] = useSettings()
  return (
    <div className={styles.desk}>
      <header className={styles.head}>
        <div className={styles.brand}>
          <a href="#/" className={styles.home} aria-keyshortcuts="h">
            <KeyCap label="h" />
            <span>{t('product.name')}</span>
          </a>
          <span className={styles.name}>{t('drills.title')}</span>
        </div>
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
        <nav className={styles.nav} aria-label={t('drills.nav')}>
          {VIEWS.map((view, i) => (
            <a
              key={view}
              href={viewAddress(view)}
              aria-current={place.at === view ? 'page' : undefined}
              aria-keyshortcuts={labelAt(DIGITS, i)}
            >
              <KeyCap label={labelAt(DIGITS, i) ?? ''} lit={place.at === view} />
              {t(`drills.view.${view}`)}
            </a>
          ))}
        </nav>
      </header>
      <main className={styles.main}>
        {!store.lasting && (
          <p className={styles.notice} role="alert">
            {t('drills.memory')}
          </p>
        )}
        {children}
      </main>
    </div>
  )
}
