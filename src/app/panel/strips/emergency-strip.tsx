import type { CompiledPack, Scenario } from '../../../core/pack.ts'
import type { CallView } from '../../../core/view.ts'
import { DANGERS } from '../../../core/vocabulary.ts'
import { assign, DIGITS, labelAt } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { ListKey } from './list-key.tsx'
import styles from './lists.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** The dangers of the pack, one key each, most urgent first. */
export function EmergencyStrip({ shown: { view, pack }, dispatch, onClose }: StripProps) {
  const { t, title } = useWords()
  const dangers = dangersOf(pack, view)
  const raise = ({ id }: Scenario) => {
    dispatch({ type: 'StartScenario', scenario: id })
    onClose()
  }
  const standDown = () => {
    if (view.danger) dispatch({ type: 'DropScenario', scenario: view.danger.scenario })
    onClose()
  }
  useOwnKeys([...assign(dangers, DIGITS, raise), ...(view.danger ? [{ code: 'Backspace', run: standDown }] : [])])

  return (
    <StripFrame title={t('strips.emergency')} hint={t('emergency.hint')} onClose={onClose}>
      {dangers.length === 0 && <p className={styles.none}>{t('emergency.none')}</p>}
      <ul className={styles.single}>
        {dangers.map((scenario, i) => (
          <li key={scenario.id}>
            <ListKey shortcut={labelAt(DIGITS, i)} current={scenario.id === view.danger?.scenario} onPress={() => raise(scenario)}>
              <strong>{title(scenario.title)}</strong>
              {scenario.interrupts && <span className={styles.aside}>{t(`danger.${scenario.interrupts}`)}</span>}
            </ListKey>
          </li>
        ))}
        {view.danger && (
          <li>
            <ListKey shortcut="⌫" onPress={standDown}>
              {t('scenario.standDown', { title: title(view.danger.title) })}
            </ListKey>
          </li>
        )}
      </ul>
    </StripFrame>
  )
}

function dangersOf(pack: CompiledPack, { channel }: CallView): readonly Scenario[] {
  const urgency = ({ interrupts }: Scenario) => (interrupts ? DANGERS.indexOf(interrupts) : DANGERS.length)
  return Object.values(pack.scenarios)
    .filter(({ interrupts, channels }) => interrupts && channels.includes(channel))
    .sort((a, b) => urgency(a) - urgency(b))
}
