import { manualOf } from '../../../core/manual.ts'
import { sourceAddress } from '../../book-address.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import styles from './source-links.module.css'

/** Where something comes from: each passage by its title, with its id, leading to the passage's own page. */
export function SourceLinks({ ids }: { readonly ids: readonly string[] }) {
  const { t, title, script } = useWords()
  const { pack } = useBook()
  return (
    <ul className={styles.sources}>
      {ids.map((id) => {
        const source = pack.sources[id]
        return (
          <li key={id}>
            {source ? (
              <a href={sourceAddress(id)} title={`${id} · ${title(manualOf(pack, source))} ${source.at}`}>
                <span lang={script}>{source.title}</span> <code>{id}</code>
              </a>
            ) : (
              t('source.ours')
            )}
          </li>
        )
      })}
    </ul>
  )
}
