import { describe, expect, test } from 'vitest'
import { toCsv } from '../../src/core/csv.ts'

const lineOf = (...cells: Parameters<typeof toCsv>[0][number]) => toCsv([cells]).slice(1)

describe('[J6] a table as CSV', () => {
  test('begins with a byte order mark, and each row ends with CR LF', () => {
    expect(
      toCsv([
        ['客户', '事由'],
        ['王女士', '流量费'],
      ]),
    ).toBe('\uFEFF客户,事由\r\n王女士,流量费\r\n')
  })

  test.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', '说“不”，"不"', '"说“不”，""不"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
  ])('quotes %s', (_, text, cell) => {
    expect(lineOf(text, 'c')).toBe(`${cell},c\r\n`)
  })

  test.each(['=1+1', '+8613800138000', '-2', '@SUM(A1)', ' =1+1', '\t=1+1', '＝1+1'])('does not let %j run as a formula', (text) => {
    expect(lineOf(text)).toBe(`'${text}\r\n`)
  })

  test('guards and quotes a formula that needs both', () => {
    expect(lineOf('=HYPERLINK("http://a","b")')).toBe(`"'=HYPERLINK(""http://a"",""b"")"\r\n`)
  })

  test('leaves numbers as they are, and a cell of which nothing is known empty', () => {
    expect(lineOf(-3.5, undefined, '')).toBe('-3.5,,\r\n')
  })
})
