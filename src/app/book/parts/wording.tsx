import { Fragment } from 'react'
import { useWords } from '../../words.tsx'
import { Highlighted } from './highlighted.tsx'
import styles from './wording.module.css'

const SLOT = /\{([a-z]+)\}/

/** A wording as it is written: what is filled in during a call stands by its name. */
export function Wording({ text, query = '' }: { readonly text: string; readonly query?: string }) {
  const { t } = useWords()
  return text.split(SLOT).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order
    <Fragment key={i}>
      {i % 2 === 0 ? (
        <Highlighted text={piece} query={query} />
      ) : (
        <span className={styles.slot}>{t(`book.slot.${piece as 'customer'}`, piece)}</span>
      )}
    </Fragment>
  ))
}
