import { useRef } from 'react'
import type { Profile } from '../../../core/events.ts'
import type { Choice } from '../../../core/pack.ts'
import { CHANNELS, type Channel } from '../../../core/vocabulary.ts'
import { ChoiceRow } from '../../../ui/choice-row.tsx'
import { DraftField } from '../../../ui/draft-field.tsx'
import { assign, DIGITS, HOME_ROW, LOWER_ROW, labelAt, UPPER_ROW } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { EarlierCalls } from './earlier-calls.tsx'
import { NumberField } from './number-field.tsx'
import styles from './profile-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/**
 * Who it is and what they want, as far as it is known; everything is saved as it is typed or chosen. Its rows follow the
 * rows of the keyboard: digits for the title, the upper letters for the tier, the home row for the brand, the lower row for
 * the channel and the fields.
 */
export function ProfileStrip({ shown, dispatch, onIdentify, onClose }: StripProps) {
  const { t, title } = useWords()
  const { view, pack } = shown
  const { profile, refund: noted, ref, history, startedAt } = shown.snapshot.call.state
  const surname = useRef<HTMLElement>(null)
  const matter = useRef<HTMLElement>(null)
  const demand = useRef<HTMLElement>(null)
  const refund = useRef<HTMLElement>(null)
  const number = useRef<HTMLElement>(null)
  const { titles, tiers, brands } = pack.profile

  const set = (key: keyof Profile, value: string) => dispatch({ type: 'ChangeProfile', profile: withEntry(profile, key, value) })
  /** Choosing again what is chosen takes it back. */
  const toggle = (key: keyof Profile) => (id: string) => set(key, profile[key] === id ? '' : id)
  const changeChannel = (channel: Channel) => {
    if (channel !== view.channel) dispatch({ type: 'ChangeChannel', channel })
  }
  useOwnKeys([
    ...assign(titles, DIGITS, ({ id }) => toggle('title')(id)),
    ...assign(tiers, UPPER_ROW, ({ id }) => toggle('tier')(id)),
    ...assign(brands, HOME_ROW, ({ id }) => toggle('brand')(id)),
    ...assign(CHANNELS, LOWER_ROW, changeChannel),
    { code: 'KeyC', run: () => surname.current?.focus() },
    { code: 'KeyV', run: () => matter.current?.focus() },
    { code: 'KeyB', run: () => demand.current?.focus() },
    { code: 'KeyN', run: () => refund.current?.focus() },
    { code: 'KeyM', run: () => number.current?.focus() },
    { code: 'Enter', run: leaveField },
  ])

  const named = (choices: readonly Choice[], row: readonly string[]) =>
    choices.map((choice, i) => ({ id: choice.id, name: title(choice.title), shortcut: labelAt(row, i) }))

  return (
    <StripFrame title={t('strips.profile')} hint={t('profile.hint')} onClose={onClose}>
      <div className={styles.surname}>
        <DraftField
          label={t('profile.surname')}
          value={profile.surname ?? ''}
          onSave={(value) => set('surname', value)}
          shortcut="c"
          maxLength={4}
          first={!profile.surname}
          ref={surname}
        />
      </div>
      <ChoiceRow label={t('profile.title')} choices={named(titles, DIGITS)} chosen={profile.title} onChoose={toggle('title')} />
      <ChoiceRow label={t('profile.tier')} choices={named(tiers, UPPER_ROW)} chosen={profile.tier} onChoose={toggle('tier')} />
      <ChoiceRow label={t('profile.brand')} choices={named(brands, HOME_ROW)} chosen={profile.brand} onChoose={toggle('brand')} />
      <ChoiceRow
        label={t('profile.channel')}
        choices={CHANNELS.map((id, i) => ({ id, name: t(`channel.${id}`), shortcut: labelAt(LOWER_ROW, i) }))}
        chosen={view.channel}
        onChoose={(id) => changeChannel(CHANNELS.find((each) => each === id) ?? view.channel)}
      />
      <div className={styles.pair}>
        <DraftField
          label={t('profile.matter')}
          value={profile.matter ?? ''}
          onSave={(value) => set('matter', value)}
          placeholder={t('profile.matterExample')}
          shortcut="v"
          maxLength={8}
          ref={matter}
        />
        <DraftField
          label={t('profile.demand')}
          value={profile.demand ?? ''}
          onSave={(value) => set('demand', value)}
          placeholder={t('profile.demandExample')}
          shortcut="b"
          maxLength={8}
          ref={demand}
        />
      </div>
      <div className={styles.pair}>
        <DraftField
          label={t('profile.refund')}
          value={noted === undefined ? '' : String(noted)}
          onSave={(value) => noteRefund(value, dispatch)}
          placeholder={t('profile.refundExample')}
          shortcut="n"
          maxLength={9}
          ref={refund}
        />
        {onIdentify && <NumberField known={ref} onIdentify={onIdentify} shortcut="m" ref={number} />}
      </div>
      {history && history.earlier.length > 0 && <EarlierCalls calls={history.earlier} pack={pack} now={startedAt + view.elapsed} />}
    </StripFrame>
  )
}

/** What is no sum of money yet is not noted. */
function noteRefund(typed: string, dispatch: StripProps['dispatch']): void {
  const value = typed.normalize('NFKC').trim()
  if (value === '') dispatch({ type: 'NoteRefund' })
  else if (/^\d+(?:\.\d{1,2})?$/u.test(value)) dispatch({ type: 'NoteRefund', yuan: Number(value) })
}

/** A profile with one entry changed; an empty value takes the entry away. */
function withEntry(profile: Profile, key: keyof Profile, value: string): Profile {
  const { [key]: _, ...others } = profile
  return value === '' ? others : { ...others, [key]: value }
}

/** Out of the field, so that the letters are keys again. */
function leaveField(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement) field.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
}
