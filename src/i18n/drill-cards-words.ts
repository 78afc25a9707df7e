import simplified from './drill-cards/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the drill desk's printed cards, which come with it. */
export const DRILL_CARDS_WORDS: WordSet = {
  name: 'drill-cards',
  simplified,
  fetched: { 'zh-Hant': () => import('./drill-cards/zh-Hant.json'), en: () => import('./drill-cards/en.json') },
}
