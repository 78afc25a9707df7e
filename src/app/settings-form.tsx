import { useRef } from 'react'
import { LANGUAGES, THEMES } from '../store/settings.ts'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { DraftField } from '../ui/draft-field.tsx'
import { assign, HOME_ROW, labelAt, UPPER_ROW } from '../ui/shortcut-rows.ts'
import { useOwnKeys } from '../ui/use-own-keys.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { useSettings } from './settings-context.ts'
import { useWords } from './words.tsx'

/** Number of the agent, language and appearance; each takes effect at once. */
export function SettingsForm() {
  const { t } = useWords()
  const [settings, change] = useSettings()
  const agent = useRef<HTMLElement>(null)
  useOwnKeys([
    ...assign(LANGUAGES, UPPER_ROW, (language) => change({ language })),
    ...assign(THEMES, HOME_ROW, (theme) => change({ theme })),
    { code: 'KeyZ', run: () => agent.current?.focus() },
    { code: 'Enter', run: () => agent.current?.blur() },
  ])
  return (
    <>
      <ChoiceRow
        label={t('settings.language')}
        chosen={settings.language}
        onChoose={(id) => change({ language: LANGUAGES.find((each) => each === id) ?? settings.language })}
        choices={LANGUAGES.map((id, i) => ({ id, name: LANGUAGE_NAMES[id], shortcut: labelAt(UPPER_ROW, i) }))}
      />
      <ChoiceRow
        label={t('settings.theme')}
        chosen={settings.theme}
        onChoose={(id) => change({ theme: THEMES.find((each) => each === id) ?? settings.theme })}
        choices={THEMES.map((id, i) => ({ id, name: t(`theme.${id}`), shortcut: labelAt(HOME_ROW, i) }))}
      />
      <DraftField
        label={t('settings.agent')}
        value={settings.agent}
        onSave={(value) => change({ agent: value })}
        placeholder={t('settings.agentHint')}
        shortcut="z"
        maxLength={12}
        ref={agent}
      />
    </>
  )
}
