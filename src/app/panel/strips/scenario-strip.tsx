import { useState } from 'react'
import type { CompiledPack, Scenario } from '../../../core/pack.ts'
import { JOURNEY } from '../../../core/state.ts'
import type { CallView } from '../../../core/view.ts'
import { SCENARIO_GROUPS, type ScenarioGroup } from '../../../core/vocabulary.ts'
import { ChoiceRow } from '../../../ui/choice-row.tsx'
import { assign, DIGITS, LETTERS, labelAt } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { ListKey } from './list-key.tsx'
import styles from './lists.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** So many fit in rows of the usual height. */
const ROOMY = 12

/** Which scenario it is: digits choose the group, letters the scenario, and what runs already can be put down again. */
export function ScenarioStrip({ shown: { view, pack }, dispatch, onClose }: StripProps) {
  const { t, title } = useWords()
  const front = view.scenarios.find(({ status }) => status === 'front')
  const groups = SCENARIO_GROUPS.filter((each) => inGroup(pack, view, each).length > 0)
  const [group, setGroup] = useState<ScenarioGroup>(() => pack.scenarios[front?.id ?? '']?.group ?? groups[0] ?? 'customer')
  const scenarios = inGroup(pack, view, group)

  const choose = ({ id }: Scenario) => {
    dispatch({ type: 'StartScenario', scenario: id })
    onClose()
  }
  const drop = (scenario: string) => {
    dispatch({ type: 'DropScenario', scenario })
    onClose()
  }
  const toJourney = () => {
    dispatch({ type: 'FrontMachine', machine: JOURNEY })
    onClose()
  }
  useOwnKeys([
    ...assign(groups, DIGITS, setGroup),
    ...assign(scenarios, LETTERS, choose),
    ...(front
      ? [
          { code: 'Backspace', run: () => drop(front.id) },
          { code: 'Digit0', run: toJourney },
        ]
      : []),
  ])

  return (
    <StripFrame title={t('strips.scenarios')} onClose={onClose}>
      {front && (
        <div className={styles.open}>
          <ListKey shortcut="⌫" onPress={() => drop(front.id)}>
            {t('scenario.drop', { title: title(front.title) })}
          </ListKey>
          <ListKey shortcut="0" onPress={toJourney}>
            {t('scenario.toJourney')}
          </ListKey>
        </div>
      )}
      <ChoiceRow
        label={t('scenario.group')}
        bare
        chosen={group}
        onChoose={(id) => setGroup(groups.find((each) => each === id) ?? group)}
        choices={groups.map((id, i) => ({ id, name: t(`group.${id}`), shortcut: labelAt(DIGITS, i) }))}
      />
      <ul className={styles.double} data-many={scenarios.length > ROOMY || undefined}>
        {scenarios.map((scenario, i) => {
          const status = view.scenarios.find(({ id }) => id === scenario.id)?.status
          return (
            <li key={scenario.id}>
              <ListKey shortcut={labelAt(LETTERS, i)} current={status === 'front'} onPress={() => choose(scenario)}>
                {title(scenario.title)}
                {scenario.interrupts && <span className={styles.alarm}>{t('scenario.interrupts')}</span>}
                {status && <span className={styles.aside}>{t(`scenario.${status}`)}</span>}
              </ListKey>
            </li>
          )
        })}
      </ul>
    </StripFrame>
  )
}

function inGroup(pack: CompiledPack, { channel }: CallView, group: ScenarioGroup): readonly Scenario[] {
  return Object.values(pack.scenarios).filter((each) => each.group === group && each.channels.includes(channel))
}
