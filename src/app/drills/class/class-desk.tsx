import { useMemo, useRef, useState } from 'react'
import { type ClassFilter, type ClassOrder, filtered, traineeRows, weakSpots } from '../../../core/drill/class-view.ts'
import type { Assignment, DrillRecord } from '../../../core/drill/record.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { readPreferences, writePreferences } from '../preferences.ts'
import { AssignmentForm } from './assignment-form.tsx'
import { AssignmentList } from './assignment-list.tsx'
import styles from './class-page.module.css'
import { EraseAsk } from './erase-ask.tsx'
import { Files } from './files.tsx'
import { FilterSelect } from './filter-select.tsx'
import { importFile } from './import-file.ts'
import { KeyButton } from './key-button.tsx'
import { resultWords } from './result-words.ts'
import { saveAssignments, saveCsv, saveRecords, saveXapi } from './save-results.ts'
import { TraineeTable } from './trainee-table.tsx'
import type { Kept } from './use-class-data.ts'
import { WeakSpotLists } from './weak-spot-lists.tsx'

/** What came of the last thing that was done. */
interface Told {
  readonly words: string
  readonly failed: boolean
}

const NOTHING: Told = { words: '', failed: false }

export function ClassDesk({ kept, again }: { readonly kept: Kept; readonly again: () => Promise<void> }) {
  const words = useWords()
  const data = useDrillData()
  const { t, title } = words
  const { drills, shown, shownPack, store, clock } = data
  const { records, assignments } = kept
  const [chosen, setChosen] = useState<ClassFilter>({ by: 'all' })
  const [order, setOrder] = useState<ClassOrder>('name')
  // One at a time: Enter gives an assignment in the one and erases in the other.
  const [doing, setDoing] = useState<'assigning' | 'erasing'>()
  const [told, setTold] = useState(NOTHING)
  const picker = useRef<HTMLInputElement>(null)

  const groupOf = useMemo(() => {
    const groups = new Map(shown.personas.map(({ id, scenario }) => [id, shownPack.scenarios[scenario]?.group]))
    return (persona: string) => groups.get(persona)
  }, [shown, shownPack])
  // What was withdrawn cannot be looked at any more.
  const filter = chosen.by === 'assignment' && !assignments.some(({ id }) => id === chosen.assignment) ? ({ by: 'all' } as const) : chosen
  const seen = useMemo(() => filtered(records, filter, groupOf), [records, filter, groupOf])
  const ended = useMemo(() => seen.filter((record) => record.ended), [seen])
  const finished = useMemo(() => records.filter((record) => record.ended), [records])
  const rows = useMemo(() => traineeRows(seen, order), [seen, order])
  const spots = useMemo(() => weakSpots(seen), [seen])

  /** Does something with the store, shows what is kept now, and says what came of it. */
  const act = (done: () => Promise<Told>) => {
    setDoing(undefined)
    done()
      .then(async (result) => {
        await again()
        setTold(result)
      })
      .catch(() => setTold({ words: t('drillClass.failed'), failed: true }))
  }
  const give = (assignment: Assignment) =>
    act(async () => {
      await store.assign(assignment)
      return { words: t('drillClass.assignments.given', { name: personaName(assignment.persona) }), failed: false }
    })
  const withdraw = ({ id }: Assignment, name: string) =>
    act(async () => {
      await store.withdraw(id)
      return { words: t('drillClass.assignments.withdrawn', { name }), failed: false }
    })
  const take = (file: File) =>
    act(async () => {
      const { words: what, refused } = await importFile(store, file, t)
      return { words: what, failed: refused }
    })
  const erase = () =>
    act(async () => {
      await store.erase()
      // The name under which the last trainee practised here is theirs too.
      writePreferences({ ...readPreferences(), trainee: '' })
      setChosen({ by: 'all' })
      return { words: t('drillClass.erase.done'), failed: false }
    })
  const personaName = (id: string) => {
    const persona = shown.personas.find((each) => each.id === id)
    return persona ? title(persona.title) : id
  }
  const save = (which: readonly DrillRecord[], name: string, how: (which: readonly DrillRecord[]) => void) => () => {
    if (which.length === 0) return
    how(which)
    setTold({ words: t('drillClass.files.saved', { name }), failed: false })
  }
  const csv = save(ended, t('drillClass.files.csv'), (which) => saveCsv(which, resultWords(words, data), clock()))
  const xapi = save(ended, t('drillClass.files.xapi'), (which) => saveXapi(which, drills, clock()))
  // Whatever is looked at: the trainer gets all of it.
  const handOver = save(finished, t('drillClass.files.handOver'), (which) => saveRecords(which, clock()))
  const pick = () => picker.current?.click()
  const begin = (what: 'assigning' | 'erasing') => {
    setTold(NOTHING)
    setDoing(what)
  }
  const saveAll = () => {
    if (assignments.length === 0) return
    saveAssignments(assignments, clock())
    setTold({ words: t('drillClass.files.saved', { name: t('drillClass.assignments.save') }), failed: false })
  }
  useOwnKeys([
    { code: 'KeyA', run: () => begin('assigning') },
    { code: 'KeyS', run: () => setOrder(order === 'name' ? 'total' : 'name') },
    { code: 'KeyT', run: saveAll },
    { code: 'KeyE', run: csv },
    { code: 'KeyL', run: xapi },
    { code: 'KeyO', run: handOver },
    { code: 'KeyI', run: pick },
    { code: 'KeyX', run: () => begin('erasing') },
  ])

  return (
    <>
      <p className={styles.told} role="status" data-failed={told.failed || undefined}>
        {told.words}
      </p>
      <section aria-labelledby="class-table">
        <h2 id="class-table" className={styles.second}>
          {t('drillClass.table.heading')}
        </h2>
        <p className={styles.lead}>{t('drillClass.table.lead')}</p>
        <FilterSelect records={records} assignments={assignments} groupOf={groupOf} filter={filter} onChange={setChosen} />
        <TraineeTable rows={rows} order={order} onOrder={setOrder} />
      </section>
      <WeakSpotLists spots={spots} />
      <section aria-labelledby="class-assignments">
        <h2 id="class-assignments" className={styles.second}>
          {t('drillClass.assignments.heading')}
        </h2>
        <div className={styles.tools}>
          <KeyButton letter="a" name={t('drillClass.assignments.new')} onPress={() => begin('assigning')} />
          {assignments.length > 0 && <KeyButton letter="t" name={t('drillClass.assignments.save')} onPress={saveAll} />}
          {assignments.length > 0 && <span className={styles.hint}>{t('drillClass.assignments.saveHint')}</span>}
        </div>
        {doing === 'assigning' && <AssignmentForm onGive={give} onCancel={() => setDoing(undefined)} />}
        <AssignmentList assignments={assignments} records={records} onWithdraw={withdraw} />
      </section>
      <Files
        count={ended.length}
        all={finished.length}
        picker={picker}
        onCsv={csv}
        onXapi={xapi}
        onHandOver={handOver}
        onImport={pick}
        onFile={take}
      />
      <section aria-labelledby="class-erase">
        <h2 id="class-erase" className={styles.second}>
          {t('drillClass.erase.heading')}
        </h2>
        <p className={styles.lead}>{t('drillClass.erase.what')}</p>
        {doing === 'erasing' ? (
          <EraseAsk records={records.length} assignments={assignments.length} onErase={erase} onKeep={() => setDoing(undefined)} />
        ) : (
          <div className={styles.tools}>
            <KeyButton letter="x" name={t('drillClass.erase.start')} onPress={() => begin('erasing')} />
          </div>
        )}
      </section>
    </>
  )
}
