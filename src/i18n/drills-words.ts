import simplified from './drills/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the drill desk, which whoever takes a call does not wait for. */
export const DRILLS_WORDS: WordSet = {
  name: 'drills',
  simplified,
  fetched: { 'zh-Hant': () => import('./drills/zh-Hant.json'), en: () => import('./drills/en.json') },
}
