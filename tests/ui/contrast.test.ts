import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, '../../src/ui/styles/tokens.css'), 'utf8')

/** Each colour of the palette, light and dark. */
const palette = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }] as const),
)

/** Every pair that carries text: the words, and what they stand on. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'alarm', 'heed'].flatMap((ink) => [[ink, 'ground'] as const, [ink, 'surface'] as const]),
  ['ink', 'accent-wash'],
  ['ink-soft', 'accent-wash'],
  ['ink-faint', 'accent-wash'],
  ...['ink', 'ink-soft', 'ink-faint', 'heed'].map((ink) => [ink, 'heed-wash'] as const),
  ...['ink', 'ink-soft', 'ink-faint', 'heed', 'accent'].map((ink) => [ink, 'alarm-wash'] as const),
  ['on-accent', 'accent'],
  ['on-alarm', 'alarm'],
  ['ground', 'ink'],
  ['ground', 'accent'],
]

/** Lines and marks that mean something. */
const MARKS = [
  ['edge', 'ground'],
  ['edge', 'surface'],
  ['accent', 'surface'],
  ['alarm', 'surface'],
  ['heed', 'surface'],
  ['alarm', 'alarm-wash'],
  ['heed', 'heed-wash'],
] as const

describe.each(['light', 'dark'] as const)('in the %s colours', (theme) => {
  test.each(TEXT)('%s on %s can be read (WCAG AA)', (ink, paper) => {
    expect(contrast(colour(ink), colour(paper))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(MARKS)('%s on %s can be made out (WCAG AA)', (mark, paper) => {
    expect(contrast(colour(mark), colour(paper))).toBeGreaterThanOrEqual(3)
  })

  function colour(name: string): string {
    const found = palette.get(name)?.[theme]
    if (!found) throw new Error(`tokens.css has no colour ${name}`)
    return found
  }
})

/** The contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
