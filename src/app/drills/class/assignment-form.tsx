import { type FormEvent, useEffect, useRef, useState } from 'react'
import { dateOf, dayOf } from '../../../core/calendar/days.ts'
import { namesIn } from '../../../core/drill/assignment-standing.ts'
import { DRILL_LEVELS, type DrillLevel } from '../../../core/drill/level.ts'
import type { Assignment } from '../../../core/drill/record.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'
import { keepLetters } from './keep-letters.ts'
import { PersonaPicker } from './persona-picker.tsx'

export interface AssignmentFormProps {
  readonly onGive: (assignment: Assignment) => void
  readonly onCancel: () => void
}

/** A week is what a shift plan has room for. */
const USUAL_DAYS = 7

/** What is to be practised, by whom, by when, and how well. */
export function AssignmentForm({ onGive, onCancel }: AssignmentFormProps) {
  const { t, title } = useWords()
  const { shown, clock, newId } = useDrillData()
  const [persona, setPersona] = useState(shown.personas[0]?.id ?? '')
  const [level, setLevel] = useState<DrillLevel>('standard')
  const [today] = useState(() => dayOf(clock()))
  const [due, setDue] = useState(dateOf(today + USUAL_DAYS))
  const [mark, setMark] = useState(String(shown.scoring.pass))
  const [trainees, setTrainees] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const before = document.activeElement
    form.current?.querySelector('input')?.focus()
    return () => (before instanceof HTMLElement ? before.focus() : undefined)
  }, [])
  // In its fields too, where the keys of the page are silent.
  useShortcuts(({ code }) => {
    if (code !== 'Escape') return false
    onCancel()
    return true
  })

  const give = (event: FormEvent) => {
    event.preventDefault()
    if (persona === '') return
    onGive({ id: newId(), persona, level, due, passMark: Number(mark), trainees: namesIn(trainees), givenAt: clock() })
  }
  return (
    <form ref={form} className={styles.form} aria-label={t('drillClass.assignments.new')} onSubmit={give}>
      <PersonaPicker value={persona} onChange={setPersona} />
      <div className={styles.fields}>
        <label>
          {t('drillClass.assignments.level')}
          <select
            className={styles.field}
            value={level}
            onKeyDown={keepLetters}
            onChange={(event) => setLevel(DRILL_LEVELS.find((each) => each === event.target.value) ?? level)}
          >
            {DRILL_LEVELS.map((each) => (
              <option key={each} value={each}>
                {title(shown.rules.levels[each].title)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('drillClass.assignments.due')}
          <input
            className={styles.field}
            type="date"
            required
            min={dateOf(today)}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </label>
        <label>
          {t('drillClass.assignments.mark')}
          {/* Below the mark of the drills nobody passes anyway. */}
          <input
            className={styles.field}
            type="number"
            required
            min={shown.scoring.pass}
            max={100}
            step={1}
            value={mark}
            onChange={(event) => setMark(event.target.value)}
          />
          <span className={styles.hint}>{t('drillClass.assignments.markHint', { least: shown.scoring.pass })}</span>
        </label>
        <label>
          {t('drillClass.assignments.trainees')}
          <input className={styles.field} value={trainees} onChange={(event) => setTrainees(event.target.value)} />
          <span className={styles.hint}>{t('drillClass.assignments.traineesHint')}</span>
        </label>
      </div>
      <p className={styles.doing}>
        <button type="submit" className={styles.primary} aria-keyshortcuts="Enter">
          <KeyCap label="↵" />
          {t('drillClass.assignments.give')}
        </button>
        <button type="button" aria-keyshortcuts="Escape" onClick={onCancel}>
          <KeyCap label="Esc" />
          {t('drillClass.assignments.cancel')}
        </button>
      </p>
    </form>
  )
}
