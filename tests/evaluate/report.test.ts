import { describe, expect, test } from 'vitest'
import { isMet, type Measured } from '../../scripts/evaluate/report.ts'
import { highlighted, pageReport } from '../../scripts/evaluate/report-page.ts'
import { textReport } from '../../scripts/evaluate/report-text.ts'
import { evidence } from '../../src/hearing/evidence.ts'

const said = '再不解决就找<记者>'
const of = (noise: number, value: number): Measured => ({
  set: 'held-back',
  noise,
  sections: [
    {
      title: 'Signals',
      lines: 3,
      figures: [{ name: 'macro F1', value, mark: { atLeast: 0.8 } }],
      scores: [{ label: 'crowd', right: 1, wrong: 0, missed: 1, precision: 1, recall: 0.5, f1: 2 / 3 }],
      misses: [
        {
          text: said,
          wanted: ['threat-media'],
          heard: [{ label: 'crowd', score: 0.7, because: [evidence(said, 4, 6)] }],
          missed: ['threat-media'],
          extra: ['crowd'],
        },
      ],
    },
  ],
})

describe('a figure', () => {
  test('meets its mark from above or from below, and without one neither meets nor fails', () => {
    expect(isMet({ name: '', value: 0.8, mark: { atLeast: 0.8 } })).toBe(true)
    expect(isMet({ name: '', value: 0.79, mark: { atLeast: 0.8 } })).toBe(false)
    expect(isMet({ name: '', value: 0.06, mark: { atMost: 0.05 } })).toBe(false)
    expect(isMet({ name: '', value: 0 })).toBeUndefined()
  })
})

describe('in the terminal', () => {
  test('figures of all rates stand side by side, and the mark is for lines as they were said', () => {
    const line = textReport([of(0, 0.9), of(0.2, 0.5)])
      .split('\n')
      .find((each) => each.includes('macro F1'))
    expect(line).toMatch(/macro F1 +0\.900 +0\.500 +≥ 0\.8 ✓ met$/)
  })

  test('what was missed is listed when it is asked for', () => {
    expect(textReport([of(0, 0.9)])).not.toContain(said)
    expect(textReport([of(0, 0.9)], { misses: true })).toContain('wanted threat-media; heard crowd「就找」')
  })
})

describe('on a page', () => {
  const page = pageReport([of(0, 0.7), of(0.2, 0.5)], { title: 'How well it hears', about: 'Pack <x>' })

  test('the words that caused something are marked in what was said, and nothing of it is taken for markup', () => {
    expect(page).toContain('再不解决<mark>就找</mark>&#60;记者&#62;')
    expect(page).toContain('Pack &#60;x&#62;')
  })

  test('a mark that is not met is told in words, once, for lines as they were said', () => {
    expect(page.match(/✗ not met/g)).toHaveLength(1)
  })

  test('nothing is loaded and nothing runs', () => {
    expect(page).not.toMatch(/<script|src=|href="(?!#)|@import|url\(/)
  })

  test('words that overlap are marked once', () => {
    expect(highlighted('甲乙丙丁', [evidence('甲乙丙丁', 1, 3), evidence('甲乙丙丁', 0, 2)])).toBe('<mark>甲乙</mark><mark>丙</mark>丁')
  })
})
