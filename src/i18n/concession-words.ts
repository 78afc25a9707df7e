import simplified from './concessions/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the concession ladder, which come with its strip. */
export const CONCESSION_WORDS: WordSet = {
  name: 'concessions',
  simplified,
  fetched: { 'zh-Hant': () => import('./concessions/zh-Hant.json'), en: () => import('./concessions/en.json') },
}
