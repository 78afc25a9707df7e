import { useEffect, useMemo, useState } from 'react'
import { counts } from '../../core/drill/assignment-standing.ts'
import { DRILL_LEVELS, type DrillLevel } from '../../core/drill/level.ts'
import type { Persona } from '../../core/drill/persona.ts'
import { type Assignment, type DrillRecord, HINTS, type Hints } from '../../core/drill/record.ts'
import { skillsTrained } from '../../core/drill/trains.ts'
import { SKILLS, type Skill } from '../../core/scoring/scoring-rules.ts'
import { CHANNELS, type Channel } from '../../core/vocabulary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { LevelBars } from '../../ui/level-bars.tsx'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { useWords } from '../words.tsx'
import styles from './choose-page.module.css'
import { useDrillData } from './drill-context.ts'
import { cardsAddress, goTo, playAddress } from './drills-address.ts'
import { holdRoom } from './open-rooms.ts'
import { PersonaRows } from './persona-rows.tsx'
import { readPreferences, writePreferences } from './preferences.ts'
import { openRoom } from './room.ts'

/** Somebody to practise with: by scenario, skill, channel and level, or whoever comes. */
export function ChoosePage() {
  const { t, title } = useWords()
  const data = useDrillData()
  const { drills, shown, shownPack, store } = data
  const [preferences, setPreferences] = useState(readPreferences)
  const [words, setWords] = useState('')
  const [skill, setSkill] = useState<Skill | ''>('')
  const [channel, setChannel] = useState<Channel | ''>('')
  const [index, setIndex] = useState(0)
  const [kept, setKept] = useState<{ readonly records: readonly DrillRecord[]; readonly assignments: readonly Assignment[] }>()
  useEffect(() => {
    let left = false
    Promise.all([store.records(), store.assignments()]).then(
      ([records, assignments]) => left || setKept({ records, assignments }),
      () => {},
    )
    return () => {
      left = true
    }
  }, [store])

  const prefer = (change: Partial<typeof preferences>) => setPreferences(writePreferences({ ...preferences, ...change }))
  const { level, hints, trainee } = preferences
  const fitting = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    return shown.personas.filter((persona) => {
      const scenario = shownPack.scenarios[persona.scenario]
      const texts = [persona.title.zh, persona.title.en, scenario?.title.zh ?? '', scenario?.title.en ?? '', persona.scenario]
      return (
        (skill === '' || skillsTrained(persona).includes(skill)) &&
        (channel === '' || persona.channel === channel) &&
        (wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted)))
      )
    })
  }, [shown, shownPack, words, skill, channel])
  const at = Math.min(index, fitting.length - 1)
  const chosen = fitting[at]

  function begin(persona: Persona | undefined, with_: { readonly level?: DrillLevel; readonly assignment?: string } = {}): void {
    const own = drills.personas.find(({ id }) => id === persona?.id)
    if (!own) return
    const seed = Math.floor(Math.random() * 2 ** 31)
    const room = openRoom(data, { persona: own, level, seed, hints, trainee, ...with_ })
    holdRoom(room)
    goTo(playAddress(room.snapshot().record.id))
  }
  const surprise = () => begin(fitting[Math.floor(Math.random() * fitting.length)])
  const nextLevel = () => prefer({ level: DRILL_LEVELS[(DRILL_LEVELS.indexOf(level) + 1) % DRILL_LEVELS.length] ?? level })
  const nextHints = () => prefer({ hints: HINTS[(HINTS.indexOf(hints) + 1) % HINTS.length] ?? hints })
  const print = () => chosen && goTo(cardsAddress(chosen.id))
  useOwnKeys([
    { code: 'ArrowDown', run: () => setIndex(Math.min(fitting.length - 1, at + 1)) },
    { code: 'ArrowUp', run: () => setIndex(Math.max(0, at - 1)) },
    { code: 'Enter', run: () => begin(chosen) },
    { code: 'KeyS', run: surprise },
    { code: 'KeyL', run: nextLevel },
    { code: 'KeyT', run: nextHints },
    { code: 'KeyP', run: () => void print() },
    { code: 'Slash', run: () => document.getElementById('drill-search')?.focus() },
    { code: 'Escape', run: () => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined) },
  ])
  const given = (kept?.assignments ?? []).filter(({ trainees }) => trainees.length === 0 || trainees.includes(trainee.trim()))
  const unfinished = (kept?.records ?? []).filter(({ ended, drills: hash }) => !ended && hash === drills.hash)

  return (
    <>
      <h1 className={styles.heading}>{t('drills.choose.heading')}</h1>
      <p className={styles.lead}>{t('drills.choose.lead')}</p>
      <div className={styles.settings}>
        <label>
          {t('drills.trainee')}
          <input
            className={styles.field}
            value={trainee}
            placeholder={t('drills.traineeHint')}
            maxLength={24}
            onChange={(event) => prefer({ trainee: event.target.value })}
          />
        </label>
        <fieldset className={styles.group}>
          <legend>
            <KeyCap label="l" />
            {t('drills.level')}
          </legend>
          {DRILL_LEVELS.map((each, i) => (
            <label key={each} data-on={each === level || undefined}>
              <input className={styles.radio} type="radio" name="level" checked={each === level} onChange={() => prefer({ level: each })} />
              <LevelBars level={i} of={DRILL_LEVELS.length} />
              {title(shown.rules.levels[each].title)}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>
            <KeyCap label="t" />
            {t('drills.hints.label')}
          </legend>
          {HINTS.map((each: Hints) => (
            <label key={each} data-on={each === hints || undefined}>
              <input className={styles.radio} type="radio" name="hints" checked={each === hints} onChange={() => prefer({ hints: each })} />
              {t(`drills.hints.${each}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {given.length > 0 && (
        <section className={styles.given} aria-label={t('drills.choose.assigned')}>
          <h2>{t('drills.choose.assigned')}</h2>
          <ul>
            {given.map((assignment) => {
              const persona = shown.personas.find(({ id }) => id === assignment.persona)
              const done = kept?.records.some((record) => record.trainee.trim() === trainee.trim() && counts(assignment, record))
              if (!persona) return null
              return (
                <li key={assignment.id}>
                  <button type="button" onClick={() => begin(persona, { level: assignment.level, assignment: assignment.id })}>
                    {title(persona.title)}
                  </button>
                  <span>
                    {title(shown.rules.levels[assignment.level].title)} · {t('drills.choose.due', { date: assignment.due })} ·{' '}
                    {t('drills.choose.mark', { mark: assignment.passMark })}
                    {done && <strong> {t('drills.choose.done')}</strong>}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {unfinished.length > 0 && (
        <section className={styles.given} aria-label={t('drills.choose.unfinished')}>
          <h2>{t('drills.choose.unfinished')}</h2>
          <ul>
            {unfinished.slice(0, 3).map(({ id, persona, trainee: whose }) => {
              const who = shown.personas.find((each) => each.id === persona)
              return (
                who && (
                  <li key={id}>
                    <a href={playAddress(id)}>{title(who.title)}</a>
                    <span>{whose}</span>
                  </li>
                )
              )
            })}
          </ul>
        </section>
      )}
      <div className={styles.tools}>
        <label className={styles.search}>
          <KeyCap label="/" />
          <input
            className={styles.field}
            id="drill-search"
            type="search"
            onKeyDown={(event) => {
              // Esc leaves the field; what was looked for stays.
              if (event.key !== 'Escape') return
              event.preventDefault()
              event.currentTarget.blur()
            }}
            value={words}
            placeholder={t('drills.choose.search')}
            aria-label={t('drills.choose.search')}
            onChange={(event) => {
              setWords(event.target.value)
              setIndex(0)
            }}
          />
        </label>
        <select
          aria-label={t('drills.skill')}
          value={skill}
          onChange={(event) => setSkill(SKILLS.find((each) => each === event.target.value) ?? '')}
        >
          <option value="">{t('drills.choose.anySkill')}</option>
          {SKILLS.map((each) => (
            <option key={each} value={each}>
              {title(shown.scoring.skills[each].title)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('drills.channel')}
          value={channel}
          onChange={(event) => setChannel(CHANNELS.find((each) => each === event.target.value) ?? '')}
        >
          <option value="">{t('drills.choose.anyChannel')}</option>
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {t(`channel.${each}`)}
            </option>
          ))}
        </select>
        <span className={styles.count}>{t('drills.choose.count', { count: fitting.length })}</span>
        <button type="button" className={styles.action} aria-keyshortcuts="s" onClick={surprise}>
          <KeyCap label="s" />
          {t('drills.choose.surprise')}
        </button>
      </div>
      <PersonaRows personas={fitting} index={at} onChoose={setIndex} onBegin={begin} />
      {fitting.length === 0 && <p className={styles.lead}>{t('drills.choose.none')}</p>}
    </>
  )
}
