import { DraftField } from '../../../ui/draft-field.tsx'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** Free words about this call, saved as they are typed. */
export function NoteStrip({ shown, dispatch, onClose }: StripProps) {
  const { t } = useWords()
  const { note } = shown.snapshot.call.state
  useOwnKeys([{ code: 'Enter', run: onClose }])
  return (
    <StripFrame title={t('strips.note')} hint={t('note.hint')} onClose={onClose}>
      <DraftField label={t('note.placeholder')} value={note} lines={7} first onSave={(text) => dispatch({ type: 'WriteNote', text })} />
    </StripFrame>
  )
}
