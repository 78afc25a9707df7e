import simplified from './forms/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the forms that a call is written up on, which are asked for only once it is over. */
export const FORMS_WORDS: WordSet = {
  name: 'forms',
  simplified,
  fetched: { 'zh-Hant': () => import('./forms/zh-Hant.json'), en: () => import('./forms/en.json') },
}
