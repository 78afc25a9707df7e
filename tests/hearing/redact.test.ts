import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '../../src/hearing/redact.ts'

describe('what tells who somebody is', () => {
  test.each([
    ['13800138000', '〔手机号〕'],
    ['138 0013 8000', '〔手机号〕'],
    ['我电话幺三八零零幺三八零零零', '我电话〔手机号〕'],
    ['身份证11010519491231002X', '身份证〔证件号〕'],
    ['一一零一零五一九四九一二三一零零二叉', '〔证件号〕'],
    ['4111 1111 1111 1111', '〔银行卡号〕'],
    ['0755 8345 6789', '〔座机号〕'],
    ['电话号码是83456789', '电话号码是〔座机号〕'],
    ['粤B·12345D', '〔车牌〕'],
    ['发到 foo.bar@example.com', '发到 〔邮箱〕'],
    ['我叫王小明', '我叫〔姓名〕'],
    ['地址是深圳市南山区科技路12号3栋502', '地址是〔地址〕'],
  ])('%s', (text, kept) => {
    expect(redact(text)).toBe(kept)
  })

  test.each([
    '12315',
    '10086',
    '扣了138块',
    '工单号20261122123456',
    '110105194912310021',
    '订单621234567890123456',
    '我叫你们经理来',
    '我叫张经理来',
    '我打了三五次电话',
  ])('%s stays', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('doing it twice changes nothing more, whatever was said', () => {
    const said = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'我叫王小明电话是一三八零幺5-19 X@.粤B地址住在路号栋') }),
    )
    fc.assert(
      fc.property(said, (text) => {
        expect(redact(redact(text))).toBe(redact(text))
      }),
    )
  })

  test('a megabyte of what is nearly personal takes no longer than its length', () => {
    for (const piece of ['1', '138', '一', 'a.', '我住', '粤B', '我叫王', '地址是科技路1号', ' - ']) {
      const hostile = piece.repeat(Math.ceil(200_000 / piece.length))
      expect(redact(hostile).length).toBeLessThanOrEqual(hostile.length * 4)
    }
  })
})
