import type { Hint } from '../../../core/pack.ts'
import { useWords } from '../../words.tsx'
import styles from './hint-list.module.css'
import { SourceLinks } from './source-links.tsx'

/** Coaching hints, each with what it rests on. */
export function HintList({ hints }: { readonly hints: readonly Hint[] }) {
  const { title } = useWords()
  return (
    <ul className={styles.hints}>
      {hints.map(({ id, text, source }) => (
        <li key={id}>
          <p>{title(text)}</p>
          <SourceLinks ids={source} />
        </li>
      ))}
    </ul>
  )
}
