import type { WordSet } from './i18n.ts'
import simplified from './standing/zh-Hans.json' with { type: 'json' }

/** The words of how a complaint stands, which come with that strip. */
export const STANDING_WORDS: WordSet = {
  name: 'standing',
  simplified,
  fetched: { 'zh-Hant': () => import('./standing/zh-Hant.json'), en: () => import('./standing/en.json') },
}
