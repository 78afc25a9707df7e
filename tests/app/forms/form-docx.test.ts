import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formDocx } from '../../../src/app/panel/forms/form-docx.ts'
import { fileName, fileOf } from '../../../src/app/panel/forms/form-file.ts'
import type { PaperWords } from '../../../src/app/panel/forms/use-paper-words.ts'
import { paperOf } from '../../../src/core/forms/paper.ts'
import { EXAMPLE_FORM, EXAMPLE_VALUES, inChinese } from '../../core/forms/example-form.ts'

const WORDS: PaperWords = {
  company: '单位（盖章）',
  filledBy: '填表人签字',
  checkedBy: '审核人签字',
  date: '日期',
  dateBlank: '年　月　日',
  continued: '（续）',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
}

const written = (xml: string) => [...xml.matchAll(/<w:t[ >][^<]*/gu)].map(([tag]) => tag.replace(/^.*>/u, ''))

describe('[W7] a form as a Word document', () => {
  test('is A4, a section for each copy, with every value, table and line to sign on', async () => {
    const xml = await partOf(await formDocx(paperOf(EXAMPLE_FORM, EXAMPLE_VALUES, inChinese), WORDS), 'word/document.xml')
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(2)
    expect(xml.match(/<w:pgSz w:w="11906" w:h="16838"/gu)).toHaveLength(2)
    const texts = written(xml)
    expect(texts).toEqual(
      expect.arrayContaining(['登记表', '（客户联）', '（服务厅联）', '王女士', '满意', '再核对了话单。', '10:05', '答应核对']),
    )
    for (const text of ['单位（盖章）：', '填表人签字：', '审核人签字：', '日期：'])
      expect(texts.filter((each) => each === text)).toHaveLength(2)
    for (const spans of xml
      .split('<w:tr>')
      .slice(1)
      .map((row) => [...row.matchAll(/<w:gridSpan w:val="(\d+)"/gu)])) {
      expect(spans.reduce((sum, [, span]) => sum + Number(span), 0)).toBe(60)
    }
  })

  test('[W8] saved as a file it leaves room where somebody’s name would stand', async () => {
    const filing = { form: EXAMPLE_FORM, values: EXAMPLE_VALUES, edition: '2026.11', say: inChinese, words: WORDS }
    const xml = await partOf(await fileOf('docx', filing), 'word/document.xml')
    expect(xml).toContain('流量费')
    expect(xml).not.toMatch(/王女士|受理号甲/)
    expect(await (await fileOf('csv', filing)).text()).not.toMatch(/王女士|受理号甲/)
    expect(await (await fileOf('json', filing)).text()).not.toMatch(/王女士|受理号甲/)
  })
})

test('a file is called by its form and by when the call began', () => {
  expect(fileName('工单', Date.parse('2026-11-24T14:05:00+08:00'))).toBe('工单-2026-11-24-1405')
  expect(fileName('甲/乙:丙', Date.parse('2026-11-24T23:59:00+08:00'))).toBe('甲 乙 丙-2026-11-24-2359')
})

/** A file within a zip archive, read by its central directory. */
async function partOf(archive: Blob, name: string): Promise<string> {
  const bytes = Buffer.from(await archive.arrayBuffer())
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const nameLength = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begin, begin + size)
    return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`no ${name} in the archive`)
}
