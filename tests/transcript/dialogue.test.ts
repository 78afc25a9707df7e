import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Speaker } from '../../src/core/heard.ts'
import { fromDialogue, readDialogue } from '../../src/transcript/adapters/dialogue.ts'

type Told = ReadonlyMap<string, Speaker>
const segments = (text: string, told?: Told) =>
  fromDialogue(text, 'c', told).messages.flatMap((message) => (message.type === 'transcript.segment' ? [message.segment] : []))
const said = (text: string, told?: Told) => segments(text, told).map(({ who, text }) => `${who} ${text}`)
const TALK = ['agent 您好，请讲', 'customer 你们乱扣费', 'agent 我来查一下']

describe('a pasted dialogue with names', () => {
  test.each([
    ['a role and a colon', '客服：您好，请讲\n客户：你们乱扣费\n客服：我来查一下'],
    ['half-width colons and spaces', '坐席: 您好，请讲\n\n  用户 : 你们乱扣费\n坐席: 我来查一下'],
    ['brackets', '【客服】您好，请讲\n【客户】你们乱扣费\n【客服】我来查一下'],
    ['numbers behind the role', '工号8026：您好，请讲\n顾客1：你们乱扣费\n工号8026：我来查一下'],
    ['a surname', '客服2号：您好，请讲\n王女士：你们乱扣费\n客服2号：我来查一下'],
    ['times in brackets before it', '[00:01] 客服：您好，请讲\n[00:04] 客户：你们乱扣费\n[00:09] 客服：我来查一下'],
    ['the time of day before it', '09:31:05 客服：您好，请讲\n09:31:08 客户：你们乱扣费\n09:31:15 客服：我来查一下'],
    [
      'date and time behind it',
      '客服 2026-11-23 09:31:05\n您好，请讲\n客户 2026-11-23 09:31:08\n你们乱扣费\n客服 2026-11-23 09:31:15\n我来查一下',
    ],
    ['names on lines of their own', '客服\n您好，请讲\n客户\n你们乱扣费\n客服\n我来查一下'],
    ['English roles', 'Agent: 您好，请讲\nCustomer: 你们乱扣费\nAgent: 我来查一下'],
    ['lines of Windows', '客服：您好，请讲\r\n客户：你们乱扣费\r\n客服：我来查一下\r\n'],
    ['lines that go on', '客服：您好，\n请讲\n客户：你们乱\n\n扣费\n客服：我来查一下'],
    ['something before the first of them', '通话记录\n客服：您好，请讲\n客户：你们乱扣费\n客服：我来查一下'],
    ['a third party', '客服：您好，请讲\n系统：通话将被录音\n客户：你们乱扣费\n客服：我来查一下'],
  ])('is read with %s', (_, text) => expect(said(text)).toEqual(TALK))

  test('a colon in what was said is no name', () => {
    expect(said('客服：您好\n客户：我就一句话：退钱\n你们领导说：不退')).toEqual([
      'agent 您好',
      'customer 我就一句话：退钱你们领导说：不退',
    ])
  })

  test('a time in what was said stays there', () => {
    expect(said('客户：我 09:30 就打过电话')).toEqual(['customer 我 09:30 就打过电话'])
  })

  test.each([
    ['who serves is the agent', 'A：我要投诉\nB：请问您贵姓\nA：我姓王', ['customer 我要投诉', 'agent 请问您贵姓', 'customer 我姓王']],
    ['who speaks first is, when nothing else tells', '甲：喂\n乙：喂', ['agent 喂', 'customer 喂']],
    ['who is left over is the other', '小李：喂\n客户：喂\n小李：您讲', ['agent 喂', 'customer 喂', 'agent 您讲']],
  ])('of strangers, %s', (_, text, turns) => {
    expect(said(text)).toEqual(turns)
    expect(fromDialogue(text, 'c').speakers.some(({ sure }) => !sure)).toBe(true)
  })

  test('what a person says about who is who holds', () => {
    const told = new Map([
      ['A', 'agent' as const],
      ['B', 'customer' as const],
    ])
    expect(said('A：我要投诉\nB：请问您贵姓', told)).toEqual(['agent 我要投诉', 'customer 请问您贵姓'])
    expect(fromDialogue('A：喂\nB：喂', 'c', told).speakers.every(({ sure }) => sure)).toBe(true)
  })
})

describe('a pasted dialogue without names', () => {
  test('goes to and fro, beginning with who is said to', () => {
    expect(said('你们乱扣费\n我来查一下\n快点', new Map([['', 'customer']]))).toEqual([
      'customer 你们乱扣费',
      'agent 我来查一下',
      'customer 快点',
    ])
  })

  test('begins with the agent when it begins with a greeting, else with the customer', () => {
    expect(said('您好，请问有什么可以帮您\n我要投诉')).toEqual(['agent 您好，请问有什么可以帮您', 'customer 我要投诉'])
    expect(said('我要投诉')).toEqual(['customer 我要投诉'])
    expect(fromDialogue('我要投诉', 'c').speakers).toEqual([{ name: '', who: 'customer', sure: false }])
  })

  test('that is empty has no turns', () => expect(fromDialogue(' \n\n', 'c')).toEqual({ messages: [], skipped: [], speakers: [] }))
})

describe('times', () => {
  const starts = (text: string) => segments(text).map(({ start }) => start)

  test.each([
    ['count from the beginning when they are short', '[00:12] 客服：您好\n[01:05] 客户：喂', [12, 65]],
    ['count from the first when they are of the day', '09:31:05 客服：您好\n09:32:00 客户：喂', [0, 55]],
    ['may pass midnight', '23:59:50 客服：您好\n00:00:10 客户：喂', [0, 20]],
    ['are left out when they go back', '[00:12] 客服：您好\n[00:05] 客户：喂', [undefined, undefined]],
    ['are left out when one is missing', '[00:12] 客服：您好\n客户：喂', [undefined, undefined]],
  ])('%s', (_, text, expected) => expect(starts(text)).toEqual(expected))
})

test('turns by themselves get ids that are handed in', () => {
  let next = 0
  expect(readDialogue('你们乱扣费\n我来查一下', { unnamed: 'customer', newId: () => `n${next++}` })).toEqual([
    { id: 'n0', who: 'customer', text: '你们乱扣费', final: true },
    { id: 'n1', who: 'agent', text: '我来查一下', final: true },
  ])
})

test('it says what was left out', () => {
  const { messages, skipped } = fromDialogue('通话记录\n客服：您好\n系统：请评价\n客户：喂', 'c')
  expect(messages).toHaveLength(2)
  expect(skipped).toEqual([
    { why: 'other-kind', what: 'heading' },
    { why: 'unknown-role', what: '系统' },
  ])
  expect(fromDialogue(7, 'c').messages).toEqual([])
})

test('a text that is longer than any call is not read', () => {
  const text = '客户：喂\n'.repeat(50_000)
  expect(fromDialogue(text, 'c')).toEqual({ messages: [], skipped: [{ why: 'too-long', what: 'text' }], speakers: [] })
})

test('anything is read', () => {
  const piece = fc.constantFrom('客户', '客服', '：', ':', '\n', ' ', '[00:12]', '09:31:05', '【', '】', 'A', '您好', '0')
  fc.assert(fc.property(fc.array(piece), (pieces) => Array.isArray(segments(pieces.join('')))))
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(segments(text))))
})

test.each([
  ['colons', '：'.repeat(99_000)],
  ['spaces', ` ${'客户 '.repeat(16_000)}`],
  ['brackets', '【'.repeat(99_000)],
  ['digits', '0'.repeat(99_000)],
  ['times', '00:00 '.repeat(16_000)],
  ['names', '客户：\n'.repeat(24_000)],
  ['lines of one letter', 'a\n'.repeat(16_000)],
])('as many %s as are read at all are read at once', (_, text) => {
  const began = performance.now()
  segments(text)
  expect(performance.now() - began).toBeLessThan(10_000)
})
