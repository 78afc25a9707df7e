import { describe, expect, test } from 'vitest'
import { bookLines, findLines, rangesOf } from '../../../src/core/book/find-lines.ts'
import { packOf } from '../../engine/support.ts'

const pack = packOf('telecom')
const lines = bookLines(pack)
const TODAY = '2026-11-22'
const ids = (query: Parameters<typeof findLines>[1], today = TODAY) => findLines(lines, query, today).map(({ line }) => line.id)

test('every line of the pack stands in the book once', () => {
  expect(lines.map(({ line }) => line.id).sort()).toEqual(Object.keys(pack.lines).sort())
})

describe('[B1] every line is found', () => {
  test('by its words', () => {
    for (const { line } of lines) expect(ids({ text: line.say[0]?.replace(/\{[a-z]+\}/g, ' ') ?? '' })).toContain(line.id)
  })

  test('by pinyin and by initials', () => {
    for (const { line } of lines) {
      expect(ids({ text: line.pinyin.slice(0, 24) })).toContain(line.id)
      expect(ids({ text: line.initials.slice(0, 8) })).toContain(line.id)
    }
  })

  test('by its scenario, stage, source, status and act', () => {
    for (const { line, scenario, stages } of lines) {
      const [stage] = stages
      const [source] = line.source
      const [act] = line.acts
      const query = {
        status: line.status,
        ...(scenario ? { scenario } : {}),
        ...(stage ? { stage } : {}),
        ...(source ? { source } : {}),
        ...(act ? { act } : {}),
      }
      expect(ids(query)).toContain(line.id)
    }
  })
})

describe('and nothing else', () => {
  test('all words must occur', () => {
    expect(ids({ text: '没有这样的一句话' })).toEqual([])
    const both = ids({ text: 'jingli xiaoshi' })
    expect(both.length).toBeGreaterThan(0)
    for (const id of both) expect(ids({ text: 'jingli' })).toContain(id)
  })

  test('a source stands for those beneath it, and not for its neighbours', () => {
    const found = findLines(lines, { source: 'tel.fee' }, TODAY)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ line }) => line.source.some((id) => id.startsWith('tel.fee.')))).toBe(true)
    expect(ids({ source: 'tel.fe' })).toEqual([])
  })

  test('a line is expiring for 60 days and then expired', () => {
    const [first] = lines
    const last = first?.line.expires ?? ''
    expect(ids({ status: 'expiring' })).not.toContain(first?.line.id)
    expect(ids({ status: 'expiring' }, '2027-12-01')).toContain(first?.line.id)
    expect(ids({ status: 'expired' }, last)).not.toContain(first?.line.id)
    expect(ids({ status: 'expired' }, '2028-01-01')).toContain(first?.line.id)
  })
})

test('what was looked for is marked, and overlapping marks are one', () => {
  expect(rangesOf('经理请经理来', '经理')).toEqual([
    [0, 2],
    [3, 5],
  ])
  expect(rangesOf('我请经理来', '请经 经理')).toEqual([[1, 4]])
  expect(rangesOf('我请经理来', '')).toEqual([])
})
