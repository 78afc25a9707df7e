import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { paginate } from '../../../core/book/paginate.ts'
import type { PaperCopy } from '../../../core/forms/paper.ts'
import type { Words } from '../../words.tsx'
import { paperBlocks } from './paper-blocks.tsx'
import styles from './printed-form.module.css'
import type { PaperWords } from './use-paper-words.ts'

export interface PrintedFormProps {
  readonly copies: readonly PaperCopy[]
  readonly words: PaperWords
  readonly script: Words['script']
}

/** All copies of a form on sheets of A4, which nobody sees before they are printed; then they are all that is seen. */
export function PrintedForm({ copies, words, script }: PrintedFormProps) {
  return createPortal(
    <div className={styles.papers} lang={script}>
      {copies.map((copy) => (
        <Copy key={copy.id} copy={copy} words={words} />
      ))}
    </div>,
    document.body,
  )
}

/** One copy, laid out on as many sheets as it takes; they are numbered where they are more than one. */
function Copy({ copy, words }: { readonly copy: PaperCopy; readonly words: PaperWords }) {
  const blocks = useMemo(() => paperBlocks(copy, words), [copy, words])
  const measure = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<readonly (readonly number[])[]>([])
  useLayoutEffect(() => {
    const [ruler, ...own] = [...(measure.current?.children ?? [])]
    const heights = own.map((child) => child.getBoundingClientRect().height)
    setPages(
      paginate(
        blocks.map(({ keepWithNext }, i) => ({ height: heights[i] ?? 0, ...(keepWithNext ? { keepWithNext } : {}) })),
        ruler?.getBoundingClientRect().height || Number.POSITIVE_INFINITY,
      ),
    )
  }, [blocks])

  return (
    <>
      <div ref={measure} className={styles.measure} aria-hidden="true">
        <div className={styles.ruler} />
        {blocks.map(({ key, node }) => (
          <div key={key} className={styles.block}>
            {node}
          </div>
        ))}
      </div>
      {pages.map((own, page) => (
        <section key={own[0]} className={styles.sheet} aria-label={`${copy.title} ${copy.name}`.trim()}>
          {page > 0 && (
            <p className={styles.running}>
              {copy.title}
              {copy.name && `（${copy.name}）`}
              {words.continued}
            </p>
          )}
          <div className={styles.content}>
            {page > 0 && blocks[own[0] ?? -1]?.heads}
            {own.map((at) => (
              <div key={blocks[at]?.key ?? at} className={styles.block}>
                {blocks[at]?.node}
              </div>
            ))}
          </div>
          {pages.length > 1 && <p className={styles.number}>{words.page(page + 1, pages.length)}</p>}
        </section>
      ))}
    </>
  )
}
