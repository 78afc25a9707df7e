import simplified from './cases/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the day's desk, which whoever takes a call does not wait for. */
export const CASES_WORDS: WordSet = {
  name: 'cases',
  simplified,
  fetched: { 'zh-Hant': () => import('./cases/zh-Hant.json'), en: () => import('./cases/en.json') },
}
