import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromWebVtt } from '../../src/transcript/adapters/web-vtt.ts'

const file = readFileSync(new URL('../fixtures/transcripts/dialogue.vtt', import.meta.url), 'utf8')
const said = (vtt: string, told?: ReadonlyMap<string, 'customer' | 'agent'>) =>
  fromWebVtt(vtt, 'c', told).messages.map((each) => each.type === 'transcript.segment' && `${each.segment.who} ${each.segment.text}`)

describe('a WebVTT file', () => {
  test('gives what each voice says, with its times', () => {
    expect(fromWebVtt(file, 'c').messages.map((each) => each.type === 'transcript.segment' && each.segment)).toEqual([
      { id: 'cue-1', who: 'agent', text: '您好，请问有什么可以帮您？', final: true, start: 1, end: 3.5 },
      { id: 'cue-2', who: 'customer', text: '我这个月的账单 怎么多了 30 块？', final: true, start: 4, end: 6.25 },
      { id: 'cue-3', who: 'agent', text: '我马上帮您核对。', final: true, start: 6, end: 8 },
      { id: 'cue-4', who: 'customer', text: '快点', final: true, start: 6, end: 8 },
    ])
  })

  test('says what was left out', () => {
    expect(fromWebVtt(file, 'c').skipped).toEqual([
      { why: 'other-kind', what: 'NOTE' },
      { why: 'other-kind', what: 'STYLE' },
      { why: 'missing-field', what: 'cue', field: 'timing' },
      { why: 'missing-field', what: 'cue', field: 'timing' },
      { why: 'missing-field', what: 'cue', field: 'voice' },
      { why: 'unknown-role', what: '系统' },
    ])
  })

  test.each(['\r\n', '\r', '\n'])('may break its lines with %j', (newline) => {
    expect(said(file.replaceAll('\r\n', newline))).toEqual(said(file))
  })

  test('may begin with a byte order mark', () => expect(said(`\uFEFF${file}`)).toEqual(said(file)))

  test('knows two strangers by how they speak, and by what it is told', () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Li>我要投诉\n\n00:03.000 --> 00:04.000\n<v Zhao>请问您贵姓'
    expect(said(vtt)).toEqual(['customer 我要投诉', 'agent 请问您贵姓'])
    expect(fromWebVtt(vtt, 'c').speakers.map(({ sure }) => sure)).toEqual([false, false])
    expect(said(vtt, new Map([['Li', 'agent' as const]]))).toEqual(['agent 我要投诉', 'customer 请问您贵姓'])
  })

  test.each(['', 'SRT', 'WEBVTTX', 7, undefined])('is not %j', (raw) => {
    expect(fromWebVtt(raw, 'c')).toEqual({ messages: [], skipped: [{ why: 'missing-field', what: 'file', field: 'WEBVTT' }], speakers: [] })
  })

  test('that is longer than any call is not read', () => {
    expect(fromWebVtt(`WEBVTT${'\n'.repeat(100_000)}`, 'c').skipped).toEqual([{ why: 'too-long', what: 'file' }])
  })

  test('never throws, whatever it holds', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\r\n\r\n',
      '00:01.000 --> 00:02.000',
      '<v 客户>',
      '</v>',
      '<',
      '>',
      '-->',
      'NOTE',
      '&lt;',
      '好',
    )
    fc.assert(fc.property(fc.array(piece), (pieces) => Array.isArray(fromWebVtt(`WEBVTT\n\n${pieces.join('')}`, 'c').messages)))
  })

  const cue = 'WEBVTT\n\n00:01.000 --> 00:02.000\n'
  test.each([
    ['open brackets', cue + '<'.repeat(99_000)],
    ['voices', cue + '<v '.repeat(16_000)],
    ['voices that end', cue + '<v a>b'.repeat(16_000)],
    ['arrows', `WEBVTT\n\n${'-->'.repeat(16_000)}`],
    ['digits', `WEBVTT\n\n${'0'.repeat(99_000)} -->`],
    ['tabs in a time', `WEBVTT\n\n00:01.000${'\t'.repeat(99_000)}-->`],
    ['blank lines', `WEBVTT${'\n'.repeat(99_000)}`],
    ['entities', `${cue}<v 客户>${'&amp'.repeat(24_000)}`],
  ])('as many %s as are read at all are read at once', (_, vtt) => {
    const began = performance.now()
    fromWebVtt(vtt, 'c')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
