import simplified from './book/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the script book, which whoever takes a call does not wait for. */
export const BOOK_WORDS: WordSet = {
  name: 'book',
  simplified,
  fetched: { 'zh-Hant': () => import('./book/zh-Hant.json'), en: () => import('./book/en.json') },
}
