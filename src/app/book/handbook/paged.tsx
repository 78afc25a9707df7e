import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { paginate } from '../../../core/book/paginate.ts'
import styles from './handbook.module.css'
import type { HandbookBlock } from './handbook-blocks.tsx'

export interface PagedProps {
  readonly blocks: readonly HandbookBlock[]
  /** The very first page, without a number. */
  readonly cover: ReactNode
  /** Heads the contents. */
  readonly contentsTitle: string
  /** Stands at the foot of each page, beside its number. */
  readonly foot: string
  /** Tells that the pages are laid out; `undefined` while they are not. */
  readonly onLaidOut: (pages: number | undefined) => void
}

interface Page {
  readonly blocks: readonly number[]
  readonly running: string
}

/** How many lines of contents stand on one page, in two columns. */
const ENTRIES = 70

/** Blocks laid out on A4 pages with contents, running heads and page numbers, the same on screen and on paper. */
export function Paged({ blocks, cover, contentsTitle, foot, onLaidOut }: PagedProps) {
  const measure = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<{
    readonly of: readonly HandbookBlock[]
    readonly each: readonly number[]
    readonly page: number
  }>()

  useLayoutEffect(() => {
    const element = measure.current
    if (!element) return
    let left = false
    // Fonts that come late would change every height.
    void document.fonts.ready.then(() => {
      if (left) return
      const [ruler, ...own] = [...element.children] as HTMLElement[]
      setHeights({
        of: blocks,
        each: own.map((child) => child.getBoundingClientRect().height),
        page: ruler?.getBoundingClientRect().height ?? 0,
      })
    })
    return () => {
      left = true
    }
  }, [blocks])

  const ready = heights?.of === blocks ? heights : undefined
  const pages = useMemo((): readonly Page[] => {
    if (!ready) return []
    let running = ''
    const sized = blocks.map(({ breakBefore, keepWithNext }, i) => ({
      height: ready.each[i] ?? 0,
      ...(breakBefore ? { breakBefore } : {}),
      ...(keepWithNext ? { keepWithNext } : {}),
    }))
    return paginate(sized, ready.page).map((own) => {
      const first = blocks[own[0] ?? 0]
      const begins = own.map((i) => blocks[i]?.entry?.title).find((each) => each !== undefined)
      if (first?.entry) running = first.entry.title
      const page = { blocks: own, running }
      if (begins) running = begins
      return page
    })
  }, [blocks, ready])
  useEffect(() => onLaidOut(ready ? pages.length : undefined), [ready, pages, onLaidOut])

  const entries = pages.flatMap(({ blocks: own }, page) =>
    own.flatMap((i) => {
      const block = blocks[i]
      if (!block?.entry) return []
      const { title, part } = block.entry
      const entry = { key: block.key, title, page }
      return part === undefined ? [entry] : [{ key: `part ${block.key}`, title: part }, entry]
    }),
  )
  const contents = chunk(entries, ENTRIES)
  const before = 1 + contents.length

  return (
    <div className={styles.book}>
      {!ready && (
        <div ref={measure} className={styles.measure} aria-hidden="true">
          <div className={styles.ruler} />
          {blocks.map(({ key, node }) => (
            <div key={key} className={styles.block}>
              {node}
            </div>
          ))}
        </div>
      )}
      {ready && (
        <>
          <section className={`${styles.page} ${styles.cover}`}>{cover}</section>
          {contents.map((own, i) => (
            <section key={own[0]?.key} className={styles.page}>
              <div className={styles.content}>
                {i === 0 && <h2 className={styles.partHead}>{contentsTitle}</h2>}
                <ol className={styles.contents}>
                  {own.map((line) => (
                    <li key={line.key}>
                      {'page' in line ? (
                        <Entry {...line} number={before + line.page + 1} />
                      ) : (
                        <b className={styles.contentsPart}>{line.title}</b>
                      )}
                    </li>
                  ))}
                </ol>
              </div>
              <Foot text={foot} number={2 + i} />
            </section>
          ))}
          {pages.map(({ blocks: own, running }, i) => (
            <section key={blocks[own[0] ?? 0]?.key} id={pageId(i)} className={styles.page}>
              <p className={styles.running}>{running}</p>
              <div className={styles.content}>
                {own.map((at) => (
                  <div key={blocks[at]?.key} className={styles.block}>
                    {blocks[at]?.node}
                  </div>
                ))}
              </div>
              <Foot text={foot} number={before + i + 1} />
            </section>
          ))}
        </>
      )}
    </div>
  )
}

function Entry({ title, page, number }: { readonly title: string; readonly page: number; readonly number: number }) {
  return (
    <a href={`#${pageId(page)}`} onClick={(event) => jump(event, page)}>
      <span>{title}</span>
      <span className={styles.dots} aria-hidden="true" />
      <span>{number}</span>
    </a>
  )
}

function Foot({ text, number }: { readonly text: string; readonly number: number }) {
  return (
    <footer className={styles.foot}>
      <span>{text}</span>
      <span>{number}</span>
    </footer>
  )
}

function pageId(page: number): string {
  return `page-${page + 1}`
}

/** On screen the part behind the `#` is the page's address; on paper, and in a PDF, the link works by itself. */
function jump(event: React.MouseEvent, page: number): void {
  event.preventDefault()
  document.getElementById(pageId(page))?.scrollIntoView()
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
