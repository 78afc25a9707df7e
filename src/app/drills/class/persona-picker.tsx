import { useId, useMemo, useState } from 'react'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'
import { keepLetters } from './keep-letters.ts'

export interface PersonaPickerProps {
  /** Id of the chosen customer; empty when nobody fits. */
  readonly value: string
  readonly onChange: (persona: string) => void
}

/** A customer out of many: a word narrows the list, which is a plain one for arrows and first letters. */
export function PersonaPicker({ value, onChange }: PersonaPickerProps) {
  const { t, title } = useWords()
  const { shown, shownPack } = useDrillData()
  const [wanted, setWanted] = useState('')
  const list = useId()
  const everybody = useMemo(
    () =>
      shown.personas.map(({ id, title: own, scenario }) => {
        const about = shownPack.scenarios[scenario]?.title
        const words = [own.zh, own.en, about?.zh ?? '', about?.en ?? '', scenario, id].join('\n').toLowerCase()
        return { id, name: about ? `${title(own)} · ${title(about)}` : title(own), words }
      }),
    [shown, shownPack, title],
  )
  const fittingTo = (text: string) => everybody.filter(({ words }) => words.includes(text.trim().toLowerCase()))
  const fitting = fittingTo(wanted)
  const search = (text: string) => {
    setWanted(text)
    const found = fittingTo(text)
    if (!found.some(({ id }) => id === value)) onChange(found[0]?.id ?? '')
  }
  return (
    <div className={styles.picker}>
      <label>
        {t('drillClass.assignments.search')}
        <input
          className={styles.field}
          type="search"
          value={wanted}
          placeholder={t('drillClass.assignments.searchHint')}
          onChange={(event) => search(event.target.value)}
        />
      </label>
      <label htmlFor={list}>{t('drillClass.assignments.persona')}</label>
      <select
        id={list}
        className={styles.field}
        size={5}
        required
        value={value}
        onKeyDown={keepLetters}
        onChange={(event) => onChange(event.target.value)}
      >
        {fitting.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p className={styles.hint} aria-live="polite">
        {fitting.length > 0 ? t('drillClass.assignments.personas', { count: fitting.length }) : t('drillClass.assignments.noPersona')}
      </p>
    </div>
  )
}
