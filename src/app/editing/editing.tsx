import { useEffect, useState } from 'react'
import { CONTENT_NEWS, type ContentNews, HEARING_NEWS, type HearingNews } from '../../core/book/news.ts'
import type { ShippedPack } from '../../core/shipped-pack.ts'
import { scenarioAddress } from '../book-address.ts'
import { deskAt } from '../desk.ts'
import { useWords } from '../words.tsx'
import styles from './editing.module.css'

export interface EditingProps {
  readonly onPacks: (packs: readonly ShippedPack[]) => void
}

/**
 * Stands beside whoever writes a pack under `npm run dev`: each save shows at once what is wrong with it, and the book opens where
 * it was changed. It is in no build.
 */
export function Editing({ onPacks }: EditingProps) {
  const { t } = useWords()
  const [news, setNews] = useState<ContentNews>()
  const [follow, setFollow] = useState(true)

  useEffect(() => {
    const listen = (told: ContentNews) => {
      setNews(told)
      if (told.proved) return
      if (told.packs) onPacks(told.packs)
      const [machine] = told.machines
      if (follow && machine && deskAt(location.hash) === 'book') location.hash = scenarioAddress(machine)
    }
    import.meta.hot?.on(CONTENT_NEWS, listen)
    return () => import.meta.hot?.off(CONTENT_NEWS, listen)
  }, [follow, onPacks])

  useEffect(() => {
    const listen = ({ packs }: HearingNews) => onPacks(packs)
    import.meta.hot?.on(HEARING_NEWS, listen)
    return () => import.meta.hot?.off(HEARING_NEWS, listen)
  }, [onPacks])

  if (!news) return null
  const errors = news.diagnostics.filter(({ severity }) => severity === 'error')
  const [machine] = news.machines
  return (
    <aside className={styles.bar} data-state={errors.length > 0 ? 'broken' : 'sound'} aria-label={t('editing.label')}>
      <p className={styles.head} role="status">
        <strong>
          {t(errors.length > 0 ? 'editing.broken' : news.proved ? 'editing.proved' : 'editing.sound', { count: errors.length })}
        </strong>
        <span>{t('editing.saved', { file: news.files.at(-1) ?? '', took: news.took })}</span>
        {machine && <a href={scenarioAddress(machine)}>{t('editing.look')}</a>}
        <label className={styles.follow}>
          <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
          {t('editing.follow')}
        </label>
        <button type="button" className={styles.close} onClick={() => setNews(undefined)}>
          {t('strip.close')}
        </button>
      </p>
      {news.diagnostics.length > 0 && (
        <ol className={styles.list}>
          {news.diagnostics.map(({ file, line, severity, rule, message, tip }) => (
            <li key={`${file} ${line} ${rule} ${message}`} data-severity={severity} lang="en">
              <code>
                {file}:{line}
              </code>{' '}
              {message} <span className={styles.tip}>→ {tip}</span>
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}
