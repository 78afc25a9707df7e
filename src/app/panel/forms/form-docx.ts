import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx'
import { columnShares, type PaperCopy, type PaperLine } from '../../../core/forms/paper.ts'
import type { PaperWords } from './use-paper-words.ts'

/** Lengths are in twentieths of a point, the unit of Word; a sheet is A4 and its table as wide as between its margins. */
const MM = 1440 / 25.4
const SHEET = { width: Math.round(210 * MM), height: Math.round(297 * MM) }
const MARGIN = { top: Math.round(14 * MM), bottom: Math.round(16 * MM), left: Math.round(15 * MM), right: Math.round(15 * MM) }
/** The table is 60 columns of 3 mm wide, and a label ten of them. */
const GRID = 60
const UNIT = Math.round(3 * MM)
const LABEL = 10
const ROW = { value: Math.round(9 * MM), rule: 'atLeast' } as const

const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' }
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE }

/** How many rows, and how many lines, are left to write on by hand. */
const BLANK = 4

/** A form as a Word document: each copy begins a page and counts its own. */
export function formDocx(copies: readonly PaperCopy[], words: PaperWords): Promise<Blob> {
  return Packer.toBlob(
    new Document({
      title: copies[0]?.title ?? '',
      styles: { default: { document: { run: { font: SERIF, size: 21 }, paragraph: { spacing: { line: 300 } } } } },
      sections: copies.map((copy) => sheets(copy, words)),
    }),
  )
}

function sheets(copy: PaperCopy, words: PaperWords): ISectionOptions {
  return {
    properties: { page: { size: SHEET, margin: MARGIN, pageNumbers: { start: 1 } } },
    footers: { default: new Footer({ children: [pageNumber(words)] }) },
    children: [
      new Paragraph({ children: [new TextRun(`${words.company}：`), blank(' '.repeat(48))] }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 200, after: 160 },
        children: [
          new TextRun({ text: copy.title, bold: true, size: 36, font: SANS }),
          ...(copy.name ? [new TextRun({ text: `（${copy.name}）`, size: 24 })] : []),
        ],
      }),
      tableOf(copy),
      signatures(words),
    ],
  }
}

/** 第 1 页，共 2 页; Word counts. */
function pageNumber({ page }: PaperWords): Paragraph {
  const [before = '', between = '', after = ''] = page(1, 2).split(/[12]/u)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 18, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES_IN_SECTION, after] })],
  })
}

/** All of a copy is one table on a fine grid: lines with other columns join several of its columns. */
function tableOf({ sections }: PaperCopy): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: GRID * UNIT, type: WidthType.DXA },
    columnWidths: Array<number>(GRID).fill(UNIT),
    rows: sections.flatMap(({ title, lines }) => [row([cell(title, GRID, { head: true })]), ...lines.flatMap(lineRows)]),
  })
}

function lineRows(line: PaperLine): readonly TableRow[] {
  switch (line.type) {
    case 'short': {
      const span = GRID / line.cells.length - LABEL
      return [row(line.cells.flatMap(({ label, text }) => [cell(label, LABEL, { label: true }), cell(text, span)]))]
    }
    case 'long': {
      const text = line.text === '' ? '\n'.repeat(BLANK - 1) : line.text
      return [row([cell(line.label, LABEL, { label: true }), cell(text, GRID - LABEL)], { mayBreak: true })]
    }
    case 'rows': {
      const spans = spansOf(columnShares(line))
      const rows = line.rows.length > 0 ? line.rows : Array<readonly string[]>(BLANK).fill([])
      const heads = line.columns.length > 0 ? [row(spans.map((span, i) => cell(line.columns[i] ?? '', span, { label: true })))] : []
      return [
        row([cell(line.label, GRID, { label: true })]),
        ...heads,
        ...rows.map((cells) => row(spans.map((span, i) => cell(cells[i] ?? '', span)))),
      ]
    }
  }
}

/** The columns of the grid, dealt out by shares; each gets one at least and all of them are given away. */
function spansOf(shares: readonly number[]): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const ends = shares.map((_, i) => Math.round((shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0) / whole) * GRID))
  return ends.map((end, i) => end - (ends[i - 1] ?? 0))
}

function row(children: readonly TableCell[], { mayBreak = false } = {}): TableRow {
  return new TableRow({ height: ROW, cantSplit: !mayBreak, children })
}

interface CellLook {
  /** Names a section. */
  readonly head?: true
  /** Names what stands beside or below it. */
  readonly label?: boolean
}

function cell(text: string, span: number, { head, label }: CellLook = {}): TableCell {
  const run = head ? { bold: true, font: SANS } : {}
  return new TableCell({
    columnSpan: span,
    width: { size: span * UNIT, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: BORDERS,
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: head || label ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: part, ...run })],
        }),
    ),
  })
}

function signatures(words: PaperWords): Paragraph {
  const signed = [words.filledBy, words.checkedBy].flatMap((name): ParagraphChild[] => [
    new TextRun(`${name}：`),
    blank(' '.repeat(18)),
    new TextRun({ children: [new Tab()] }),
  ])
  return new Paragraph({
    spacing: { before: 480 },
    keepLines: true,
    tabStops: [
      { type: TabStopType.LEFT, position: Math.round(GRID * UNIT * 0.36) },
      { type: TabStopType.LEFT, position: Math.round(GRID * UNIT * 0.7) },
    ],
    children: [...signed, new TextRun(`${words.date}：`), blank(words.dateBlank)],
  })
}

/** Room to write on. */
function blank(text: string): TextRun {
  return new TextRun({ text, underline: { type: UnderlineType.SINGLE } })
}
