import type { ReactNode } from 'react'
import { columnShares, type PaperCell, type PaperCopy, type PaperLine } from '../../../core/forms/paper.ts'
import styles from './printed-form.module.css'
import type { PaperWords } from './use-paper-words.ts'

/** A piece of a printed form that is never cut in two. */
export interface PaperBlock {
  readonly key: string
  readonly node: ReactNode
  readonly keepWithNext?: boolean
  /** What stands above it once more where it begins a page: the heads of its columns. */
  readonly heads?: ReactNode
}

/** How many rows are left blank in a table that is filled in by hand. */
const BLANK_ROWS = 3

/** A paragraph that is longer is cut between sentences, so that a page can end in it. In characters. */
const LONGEST = 400

/** A copy of a form as pieces, from its head to the line for the signatures. */
export function paperBlocks(copy: PaperCopy, words: PaperWords): readonly PaperBlock[] {
  return [
    { key: 'head', node: <Head copy={copy} words={words} />, keepWithNext: true },
    ...copy.sections.flatMap(({ id, title, lines }): readonly PaperBlock[] => [
      { key: id, node: <div className={styles.section}>{title}</div>, keepWithNext: true },
      ...lines.flatMap((line) => lineBlocks(id, line)),
    ]),
    { key: 'signatures', node: <Signatures words={words} /> },
  ]
}

function Head({ copy: { title, name }, words }: { readonly copy: PaperCopy; readonly words: PaperWords }) {
  return (
    <header className={styles.head}>
      <p className={styles.company}>
        {words.company}：<span />
      </p>
      <h1>
        {title}
        {name && <small>（{name}）</small>}
      </h1>
    </header>
  )
}

function Signatures({ words }: { readonly words: PaperWords }) {
  return (
    <footer className={styles.signatures}>
      {[words.filledBy, words.checkedBy].map((name) => (
        <p key={name}>
          {name}：<span />
        </p>
      ))}
      <p>
        {words.date}：<span>{words.dateBlank}</span>
      </p>
    </footer>
  )
}

function lineBlocks(section: string, line: PaperLine): readonly PaperBlock[] {
  switch (line.type) {
    case 'short':
      return [{ key: `${section} ${line.cells[0]?.id}`, node: <Short cells={line.cells} /> }]
    case 'long':
      return longBlocks(section, line)
    case 'rows':
      return rowsBlocks(section, line)
  }
}

function Short({ cells }: { readonly cells: readonly PaperCell[] }) {
  return (
    <div className={styles.short} data-cells={cells.length}>
      {cells.map(({ id, label, text }) => (
        <Labelled key={id} label={label} text={text} />
      ))}
    </div>
  )
}

function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <div className={styles.label}>{label}</div>
      <div className={styles.cell}>{text}</div>
    </>
  )
}

/** A text, paragraph by paragraph in one cell; with nothing in it, lines to write on. */
function longBlocks(section: string, { id, label, text }: PaperCell): readonly PaperBlock[] {
  if (text === '') {
    return [
      {
        key: `${section} ${id}`,
        node: (
          <div className={styles.long}>
            <div className={styles.label}>{label}</div>
            <div className={styles.cell}>
              <div className={styles.line} />
              <div className={styles.line} />
              <div className={styles.line} />
            </div>
          </div>
        ),
      },
    ]
  }
  const parts = text.split('\n').flatMap(cutLong)
  return parts.map((part, i) => ({
    key: `${section} ${id} ${i}`,
    node: (
      <div className={styles.long} data-first={i === 0 || undefined} data-last={i === parts.length - 1 || undefined} data-part>
        <div className={styles.label}>{i === 0 ? label : ''}</div>
        <div className={styles.cell}>{part}</div>
      </div>
    ),
  }))
}

function cutLong(paragraph: string): readonly string[] {
  if (paragraph.length <= LONGEST) return [paragraph]
  const parts: string[] = ['']
  for (const sentence of paragraph.match(/[^。！？；.!?;]{1,200}[。！？；.!?;]*|[。！？；.!?;]+/gu) ?? [paragraph]) {
    const last = parts.length - 1
    if ((parts[last] ?? '').length + sentence.length > LONGEST) parts.push(sentence)
    else parts[last] += sentence
  }
  return parts.filter((part) => part !== '')
}

function rowsBlocks(section: string, line: PaperLine & { readonly type: 'rows' }): readonly PaperBlock[] {
  const { id, label, columns, rows } = line
  const filled = rows.length > 0 ? rows : Array<readonly string[]>(BLANK_ROWS).fill([])
  const shares = columnShares(line)
  const gridTemplateColumns = shares.map((share) => `minmax(0, ${share}fr)`).join(' ')
  const row = (cells: readonly string[], heads: boolean) => (
    <div className={styles.row} data-heads={heads || undefined} style={{ gridTemplateColumns }}>
      {shares.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
        <div key={i} className={styles.cell}>
          {cells[i] ?? ''}
        </div>
      ))}
    </div>
  )
  const heads = columns.length > 0 ? row(columns, true) : undefined
  return [
    { key: `${section} ${id}`, node: <div className={styles.tableName}>{label}</div>, keepWithNext: true },
    ...(heads ? [{ key: `${section} ${id} heads`, node: heads, keepWithNext: true }] : []),
    ...filled.map((cells, i) => ({
      key: `${section} ${id} ${i}`,
      node: row(cells, false),
      // The few rows that are left blank stay together.
      keepWithNext: rows.length === 0 && i < filled.length - 1,
      ...(heads ? { heads } : {}),
    })),
  ]
}
