import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '../store/settings.ts'
import type bookWords from './book/zh-Hans.json'
import type casesWords from './cases/zh-Hans.json'
import type concessionWords from './concessions/zh-Hans.json'
import type drillCardsWords from './drill-cards/zh-Hans.json'
import type drillClassWords from './drill-class/zh-Hans.json'
import type drillsWords from './drills/zh-Hans.json'
import type formsWords from './forms/zh-Hans.json'
import type standingWords from './standing/zh-Hans.json'
import simplified from './zh-Hans.json' with { type: 'json' }

/** Words of the interface, those of the desks that are opened later included; Simplified is the source of the other two. */
export type InterfaceWords = typeof simplified &
  typeof bookWords &
  typeof formsWords &
  typeof casesWords &
  typeof drillsWords &
  typeof drillClassWords &
  typeof drillCardsWords &
  typeof concessionWords &
  typeof standingWords

/** Words in every language. Simplified comes with the code that needs them; the others are fetched when they are chosen. */
export interface WordSet {
  readonly name: string
  readonly simplified: object
  readonly fetched: Readonly<Record<Exclude<Language, 'zh-Hans'>, () => Promise<{ readonly default: object }>>>
}

const PANEL: WordSet = {
  name: 'translation',
  simplified,
  fetched: { 'zh-Hant': () => import('./zh-Hant.json'), en: () => import('./en.json') },
}

/** Desks whose words come with them, where they are looked for when the panel has none. */
const LATER = ['book', 'forms', 'cases', 'drills', 'drill-class', 'drill-cards', 'concessions', 'standing']

/** The sets that an interface has been given. */
const given = new WeakMap<i18n, readonly WordSet[]>()

/** The interface's words, in Simplified Chinese until {@link speak} is asked for another language. */
export function createI18n(): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: 'zh-Hans',
    fallbackLng: 'zh-Hans',
    supportedLngs: LANGUAGES,
    resources: { 'zh-Hans': { [PANEL.name]: PANEL.simplified } },
    fallbackNS: LATER,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  given.set(instance, [PANEL])
  return instance
}

/** Adds the words of a desk, in the language that is spoken and in those that will be. */
export async function addWords(i18n: i18n, words: WordSet): Promise<void> {
  const sets = given.get(i18n) ?? []
  if (!sets.includes(words)) {
    given.set(i18n, [...sets, words])
    i18n.addResourceBundle('zh-Hans', words.name, words.simplified)
  }
  await fetchWords(i18n, i18n.language as Language, words)
}

/** Switches the interface to a language, fetching its words once. */
export async function speak(i18n: i18n, language: Language): Promise<void> {
  await Promise.all((given.get(i18n) ?? []).map((words) => fetchWords(i18n, language, words)))
  await i18n.changeLanguage(language)
}

async function fetchWords(i18n: i18n, language: Language, { name, fetched }: WordSet): Promise<void> {
  if (language === 'zh-Hans' || i18n.hasResourceBundle(language, name)) return
  const words = await fetched[language]()
  i18n.addResourceBundle(language, name, words.default)
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
