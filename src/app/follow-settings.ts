import type { i18n } from 'i18next'
import { speak } from '../i18n/i18n.ts'
import type { SettingsStore } from '../store/settings.ts'

/** Keeps the page in the language and the colours that are set, now and whenever that changes. */
export function followSettings(settings: SettingsStore, words: i18n, page: HTMLElement): void {
  const follow = () => {
    const { language, theme } = settings.current()
    void speak(words, language).then(() => {
      page.lang = words.language
    })
    if (theme === 'system') delete page.dataset.theme
    else page.dataset.theme = theme
  }
  settings.subscribe(follow)
  follow()
}
