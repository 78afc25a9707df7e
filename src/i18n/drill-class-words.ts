import simplified from './drill-class/zh-Hans.json' with { type: 'json' }
import type { WordSet } from './i18n.ts'

/** The words of the drill desk's class view, which come with it. */
export const DRILL_CLASS_WORDS: WordSet = {
  name: 'drill-class',
  simplified,
  fetched: { 'zh-Hant': () => import('./drill-class/zh-Hant.json'), en: () => import('./drill-class/en.json') },
}
