import { mulberry32 } from './chance.ts'
import type { Course, Taught } from './course.ts'
import { makeNoise, withNoise } from './noise.ts'

/** How many characters of a hundred are misheard. */
const RATE = 0.12

/** Of lines that show nothing there are many: one in so many is taught misheard, too. */
const OF_NOTHING = 3

/**
 * Lessons, and most of them once more as speech recognition may write them: no word is then relied on alone. What is approved to be said is
 * written, and needs none.
 */
export function alsoMisheard({ script }: Course, taught: readonly Taught[]): Taught[] {
  const chance = mulberry32(20_261_124)
  const noise = makeNoise(
    script,
    taught.map(({ text }) => text),
  )
  const again = taught
    .filter(({ labels, weight }, i) => weight === undefined && (labels.length > 0 || i % OF_NOTHING === 0))
    .map((each) => ({ ...each, text: withNoise(noise, each.text, RATE, chance) }))
  return [...taught, ...again]
}
