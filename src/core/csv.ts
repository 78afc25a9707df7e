/** A cell of a table: numbers stand as they are, texts are made safe to open. */
export type CsvCell = string | number | undefined

/** Tells spreadsheet programs that the file is UTF-8; without it they show Chinese as noise. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet program takes for a formula, behind blanks too. (https://owasp.org/www-community/attacks/CSV_Injection) */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * A table as a file that spreadsheet programs open as it is meant: RFC 4180 with a byte order mark. A text that would run as a formula
 * begins with an apostrophe.
 *
 * @example
 * toCsv([['客户', '事由'], ['王女士', '流量费, "很高"']]) // '\uFEFF客户,事由\r\n王女士,"流量费, ""很高"""\r\n'
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
