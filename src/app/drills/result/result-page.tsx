import { useEffect, useMemo, useState } from 'react'
import { branchesOf } from '../../../core/drill/branches.ts'
import { type DrillRecord, type DrillResult, resultOf } from '../../../core/drill/record.ts'
import { assess } from '../../../core/scoring/assess.ts'
import { SKILLS } from '../../../core/scoring/scoring-rules.ts'
import { fold } from '../../../core/state.ts'
import { turningPoints } from '../../../engine/drill/turning-points.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { goTo, playAddress, viewAddress } from '../drills-address.ts'
import { shownTalk } from '../names.ts'
import { holdRoom } from '../open-rooms.ts'
import { cutBefore, openRoom, reopenRoom } from '../room.ts'
import { Branches } from './branches.tsx'
import { Faults } from './faults.tsx'
import { quotesOf } from './quotes.ts'
import { ResultCurve } from './result-curve.tsx'
import styles from './result-page.module.css'
import { SkillList } from './skill-list.tsx'
import { Story } from './story.tsx'
import { turnedIn } from './turned.ts'
import { Turning } from './turning.tsx'
import { Verdict } from './verdict.tsx'

interface Found {
  readonly record: DrillRecord
  readonly all: readonly DrillRecord[]
}

/** How a drill went: the curve, five skills with the turns that earned and lost their points, and another try from any turn. */
export function ResultPage({ drill }: { readonly drill: string }) {
  const { t } = useWords()
  const data = useDrillData()
  const { store } = data
  const [found, setFound] = useState<Found | 'unknown'>()
  useEffect(() => {
    let left = false
    Promise.all([store.record(drill), store.records()]).then(
      ([record, all]) => left || setFound(record?.result ? { record, all } : 'unknown'),
      () => left || setFound('unknown'),
    )
    return () => {
      left = true
    }
  }, [store, drill])
  if (!found) return null
  if (found === 'unknown') return <p className={styles.none}>{t('drills.result.unknown')}</p>
  return <Result {...found} />
}

function Result({ record, all }: Found) {
  const { t, title } = useWords()
  const data = useDrillData()
  const { pack, drills, shown, shownPack } = data
  const assessment = useMemo(() => assess(pack, drills.scoring, record.events), [pack, drills, record])
  const state = useMemo(() => fold(record.events), [record])
  const persona = drills.personas.find(({ id }) => id === record.persona)
  const quotes = useMemo(() => quotesOf(shownPack, record.events, persona), [shownPack, record, persona])
  const talk = useMemo(() => shownTalk(record.events, persona), [record, persona])
  const own = shown.personas.find(({ id }) => id === record.persona)
  const tries = useMemo(() => branchesOf(all, record), [all, record])
  // Other words, other machines: they would not be the same customer.
  const mine = persona !== undefined && record.drills === drills.hash && record.pack.hash === pack.hash
  const turned = useMemo(() => {
    if (!mine) return []
    const { level, seed, events } = record
    return turnedIn(talk, turningPoints({ pack, rules: drills.rules, persona, level, seed }, events))
  }, [mine, record, talk, pack, drills, persona])
  const rescored = useMemo(() => resultOf(assessment, record, drills.scoring.pass), [assessment, record, drills])

  const again = () => {
    if (!persona) return
    const { level, hints, trainee, assignment } = record
    const seed = Math.floor(Math.random() * 2 ** 31)
    const room = openRoom(data, { persona, level, hints, trainee, seed, ...(assignment ? { assignment } : {}) })
    holdRoom(room)
    goTo(playAddress(room.snapshot().record.id))
  }
  /** The same customer, met again at the moment before this turn. */
  const branch = (turn: string) => {
    if (!persona) return
    const id = data.newId()
    const events = cutBefore(record.events, turn, id, data.clock())
    const after = record.events[events.length - 1]?.id ?? ''
    const { result: _, ended: __, assignment: ___, ...kept } = record
    const begun: DrillRecord = {
      ...kept,
      id,
      events,
      hinted: 0,
      startedAt: events[0]?.at ?? data.clock(),
      from: { drill: record.id, after },
    }
    holdRoom(reopenRoom(data, persona, begun))
    goTo(playAddress(id))
  }
  useOwnKeys([
    { code: 'KeyA', run: again },
    { code: 'KeyC', run: () => goTo(viewAddress('choose')) },
  ])
  const notes = [
    ...(mine ? [] : [t(persona ? 'drills.result.earlier' : 'drills.result.customerGone')]),
    ...(record.result && differs(record.result, rescored)
      ? [t('drills.result.rescored', { total: record.result.total, now: rescored.total })]
      : []),
  ]

  return (
    <article className={styles.result}>
      <Verdict
        record={record}
        assessment={assessment}
        name={own ? title(own.title) : record.persona}
        notes={notes}
        onAgain={persona && again}
      />
      <Turning turned={turned} />
      <section className={styles.curve} aria-label={t('drills.result.curve')}>
        <ResultCurve pack={shownPack} state={state} />
      </section>
      <SkillList skills={assessment.skills} quotes={quotes} />
      <Faults events={record.events} state={state} quotes={quotes} />
      {own && (
        <section>
          <h2 className={styles.second}>{t('drills.result.goal')}</h2>
          <p>{title(own.goal)}</p>
        </section>
      )}
      <Branches record={record} tries={tries} persona={persona} />
      <Story record={record} talk={talk} turned={turned} {...(mine ? { onBranch: branch } : {})} />
    </article>
  )
}

/** Whether the mark that was given is another one by the rules of today. */
function differs(given: DrillResult, now: DrillResult): boolean {
  return given.total !== now.total || given.band !== now.band || SKILLS.some((skill) => given.skills[skill] !== now.skills[skill])
}
