import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '../store/settings.ts'
import simplified from './zh-Hans.json' with { type: 'json' }

/** Words of the interface; Simplified is the source of the other two. */
export type InterfaceWords = typeof simplified

/** Simplified comes with the panel; the others are fetched when they are chosen. */
const WORDS: Readonly<Record<Exclude<Language, 'zh-Hans'>, () => Promise<{ readonly default: object }>>> = {
  'zh-Hant': () => import('./zh-Hant.json'),
  en: () => import('./en.json'),
}

/** The interface's words, in Simplified Chinese until {@link speak} is asked for another language. */
export function createI18n(): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: 'zh-Hans',
    fallbackLng: 'zh-Hans',
    supportedLngs: LANGUAGES,
    resources: { 'zh-Hans': { translation: simplified } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

/** Switches the interface to a language, fetching its words once. */
export async function speak(i18n: i18n, language: Language): Promise<void> {
  if (language !== 'zh-Hans' && !i18n.hasResourceBundle(language, 'translation')) {
    const words = await WORDS[language]()
    i18n.addResourceBundle(language, 'translation', words.default)
  }
  await i18n.changeLanguage(language)
}

/**
 * The language of the interface that fits a browser's languages best.
 *
 * @param wanted language tags, best first, such as `navigator.languages`
 */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const locale = new Intl.Locale(tag).maximize()
    if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans'
    if (locale.language === 'en') return 'en'
  }
  return 'zh-Hans'
}
