import { SettingsForm } from '../../settings-form.tsx'
import { useWords } from '../../words.tsx'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

export function SettingsStrip({ onClose }: StripProps) {
  const { t } = useWords()
  return (
    <StripFrame title={t('strips.settings')} onClose={onClose}>
      <SettingsForm />
    </StripFrame>
  )
}
