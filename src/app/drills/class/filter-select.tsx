import type { ClassFilter } from '../../../core/drill/class-view.ts'
import type { Assignment, DrillRecord } from '../../../core/drill/record.ts'
import { SCENARIO_GROUPS, type ScenarioGroup } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'
import { keepLetters } from './keep-letters.ts'

export interface FilterSelectProps {
  readonly records: readonly DrillRecord[]
  readonly assignments: readonly Assignment[]
  readonly groupOf: (persona: string) => ScenarioGroup | undefined
  readonly filter: ClassFilter
  readonly onChange: (filter: ClassFilter) => void
}

/** Which drills are looked at. Only what some drill was played of can be chosen. */
export function FilterSelect({ records, assignments, groupOf, filter, onChange }: FilterSelectProps) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const played = new Set(records.map(({ persona }) => persona))
  const groups = SCENARIO_GROUPS.filter((group) => [...played].some((persona) => groupOf(persona) === group))
  const nameOf = (id: string) => {
    const persona = shown.personas.find((each) => each.id === id)
    return persona ? title(persona.title) : id
  }
  const choices: readonly {
    readonly label: string
    readonly options: readonly { readonly name: string; readonly filter: ClassFilter }[]
  }[] = [
    {
      label: t('drillClass.filter.assignments'),
      options: assignments.map(({ id, persona, due }) => ({
        name: `${nameOf(persona)} · ${t('drillClass.assignments.before', { date: due })}`,
        filter: { by: 'assignment', assignment: id },
      })),
    },
    {
      label: t('drillClass.filter.groups'),
      options: groups.map((group) => ({ name: t(`group.${group}`), filter: { by: 'group', group } })),
    },
    {
      label: t('drillClass.filter.personas'),
      options: [...played].map((persona) => ({ name: nameOf(persona), filter: { by: 'persona', persona } })),
    },
  ]
  const choose = (value: string) => {
    const chosen = choices.flatMap(({ options }) => options).find((option) => optionValue(option.filter) === value)
    onChange(chosen?.filter ?? { by: 'all' })
  }
  return (
    <label className={styles.filter}>
      {t('drillClass.filter.label')}
      <select className={styles.field} value={optionValue(filter)} onKeyDown={keepLetters} onChange={(event) => choose(event.target.value)}>
        <option value={optionValue({ by: 'all' })}>{t('drillClass.filter.all')}</option>
        {choices.map(
          ({ label, options }) =>
            options.length > 0 && (
              <optgroup key={label} label={label}>
                {options.map((option) => (
                  <option key={optionValue(option.filter)} value={optionValue(option.filter)}>
                    {option.name}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}

function optionValue(filter: ClassFilter): string {
  return JSON.stringify(filter)
}
