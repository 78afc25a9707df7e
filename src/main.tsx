// First of all, because layers win in the order in which they are first named: reset, tokens, base, then components.
import './ui/styles/reset.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import { packs } from 'virtual:packs'
import { registerSW } from 'virtual:pwa-register'
import { createRoot } from 'react-dom/client'
import { followSettings } from './app/follow-settings.ts'
import { Root } from './app/root.tsx'
import { offerUpdates } from './app/update.ts'
import { invariant } from './core/invariant.ts'
import { createI18n, preferredLanguage } from './i18n/i18n.ts'
import { DEFAULT_SETTINGS, openSettings } from './store/settings.ts'

const [shipped] = packs
const container = document.querySelector('#root')
invariant(shipped, 'a build holds at least one pack')
invariant(container, 'index.html holds #root')

const settings = openSettings(undefined, { ...DEFAULT_SETTINGS, language: preferredLanguage(navigator.languages) })
const words = createI18n()
followSettings(settings, words, document.documentElement)

createRoot(container).render(<Root words={words} settings={settings} shipped={shipped} updates={offerUpdates(registerSW)} />)
