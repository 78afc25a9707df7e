import { useEffect, useMemo, useState } from 'react'
import { dateOf, dayOf } from '../../core/calendar/days.ts'
import { slotValues } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { view } from '../../core/view.ts'
import { type Call, restore } from '../../engine/advance.ts'
import { type CheckedLog, checkLog } from '../../store/checked-log.ts'
import { exportLog } from '../../store/export.ts'
import { summarise } from '../../store/summary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { type CurveStage, PeakEndCurve } from '../../ui/peak-end-curve.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { clock } from '../../ui/time.ts'
import { panelAddress } from '../call-address.ts'
import { type StoryText, storyOf } from '../story.ts'
import { inTraditional } from '../traditional-pack.ts'
import { useWords } from '../words.tsx'
import styles from './call-record.module.css'
import { callWords } from './call-words.ts'
import { viewAddress } from './cases-address.ts'
import { type DeskData, useDeskData } from './desk-context.ts'
import page from './page.module.css'
import { useDeskKeys } from './use-desk-keys.ts'

/** What was read of a call. */
interface Found {
  readonly log: CheckedLog
  /** The pack that it is pinned to, where this browser has it. */
  readonly pack: CompiledPack | undefined
}

/** One call as it was: who, about what, the curve, what was promised, said and done. Its log can be saved. */
export function CallRecord({ id, asked }: { readonly id: string; readonly asked: number }) {
  const { t, dictionary } = useWords()
  const data = useDeskData()
  const { home } = data
  const [found, setFound] = useState<Found | 'failed'>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked, it is read anew
  useEffect(() => {
    let left = false
    read(data, id).then(
      (what) => left || setFound(what),
      () => left || setFound('failed'),
    )
    return () => {
      left = true
    }
  }, [id, asked])

  const loaded = found === 'failed' ? undefined : found
  const call = useMemo(() => (loaded?.pack && loaded.log.events.length > 0 ? restore(loaded.pack, loaded.log.events) : undefined), [loaded])
  const shown = useMemo(() => call && (dictionary ? inTraditional(call.pack, dictionary) : call.pack), [call, dictionary])
  const canSave = loaded !== undefined && loaded.log.raw.length > 0
  const save = () => {
    if (!loaded) return
    const { events, raw } = loaded.log
    saveFile(exportLog(id, events[0]?.at ?? home.clock(), { events, unreadable: raw.slice(events.length) }), 'application/jsonl')
  }
  const toPanel = () => {
    location.hash = panelAddress(id)
  }
  useDeskKeys([
    { code: 'Escape', run: back },
    ...(call ? [{ code: 'KeyP', run: toPanel }] : []),
    ...(canSave ? [{ code: 'KeyE', run: save }] : []),
  ])

  return (
    <article>
      <div className={page.tools}>
        <button type="button" className={page.action} aria-keyshortcuts="Escape" onClick={back}>
          <KeyCap label="Esc" />
          {t('cases.backToList')}
        </button>
        {call && (
          <a className={page.action} href={panelAddress(id)} aria-keyshortcuts="p">
            <KeyCap label="p" />
            {t(call.state.ended ? 'cases.record.papers' : 'cases.record.goOn')}
          </a>
        )}
        {canSave && (
          <button type="button" className={page.action} aria-keyshortcuts="e" onClick={save}>
            <KeyCap label="e" />
            {t('cases.record.export')}
          </button>
        )}
      </div>
      {found === 'failed' && (
        <p className={page.none} role="alert">
          {t('cases.failed')}
        </p>
      )}
      {loaded && !call && (
        <p className={page.none} role="alert">
          {t(loaded.log.events.length > 0 ? 'cases.record.packMissing' : canSave ? 'cases.record.damaged' : 'cases.record.gone')}
        </p>
      )}
      {call && loaded?.log.damage && (
        <p className={page.told} data-failed="" role="alert">
          {t('cases.record.damaged')}
        </p>
      )}
      {call && shown && <Told call={call} shown={shown} now={home.clock()} />}
    </article>
  )
}

/** To where one came from; to the first list where that was nowhere here. */
function back(): void {
  if (history.length > 1) history.back()
  else location.hash = viewAddress('promises')
}

async function read({ home, pack }: DeskData, id: string): Promise<Found> {
  const log = checkLog(await home.store.read(id))
  const [first] = log.events
  if (first?.type !== 'CallStarted') return { log, pack: undefined }
  return { log, pack: first.pack.hash === pack.hash ? pack : await home.store.packByHash(first.pack.hash) }
}

interface ToldProps {
  readonly call: Call
  /** The call's pack as it is shown. */
  readonly shown: CompiledPack
  readonly now: number
}

function Told({ call, shown, now }: ToldProps) {
  const words = useWords()
  const { t, title, list, moment } = words
  const { state, events } = call
  const seen = useMemo(() => view(state, shown, now), [state, shown, now])
  const told = callWords(words, shown, summarise(shown, state, events.at(-1)?.at ?? state.startedAt))
  const story = useMemo(() => storyOf(events, shown, slotValues(shown, state)), [events, shown, state])
  const stages = seen.stages.map(({ stage, title: name, status }): CurveStage => {
    const point = seen.curve.find((each) => each.stage === stage)
    const checkpoint = seen.checkpoints.find((each) => each.stage === stage)
    return {
      id: stage,
      name: title(name),
      status,
      documented: point?.documented ?? 1,
      ...(point?.call === undefined ? {} : { call: point.call }),
      ...(checkpoint
        ? {
            mark: {
              share: checkpoint.filled,
              label: t('cases.record.mark', { title: title(checkpoint.title), status: t(`cases.record.status.${checkpoint.status}`) }),
            },
          }
        : {}),
    }
  })
  const facts: readonly (readonly [string, string])[] = [
    [t('cases.record.began'), `${told.date} ${moment(state.startedAt)}`],
    [t('cases.record.length'), told.length],
    [t('cases.record.outcome'), list([told.outcome, ...(state.ended?.reason ? [t(`reason.${state.ended.reason}`)] : [])])],
    [t('cases.record.classes'), told.classes],
    ...(state.refund === undefined ? [] : [[t('cases.record.refund'), t('cases.record.yuan', { yuan: state.refund })] as const]),
    ...(state.agent ? [[t('cases.column.agent'), state.agent] as const] : []),
  ]

  return (
    <>
      <h1 className={page.heading}>
        {told.who} {told.tier && <small>{told.tier}</small>}
      </h1>
      <p className={page.lead}>
        {told.urgent && <strong className={styles.urgent}>{t('cases.calls.urgent')}</strong>} {told.matter}
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.curve}>
        <PeakEndCurve label={t('curve.label')} stages={stages} />
      </div>
      {seen.promises.length > 0 && (
        <section>
          <h2 className={page.second}>{t('cases.record.promises')}</h2>
          <ul className={styles.promises}>
            {seen.promises.map((promise) => (
              <li key={promise.id} data-status={promise.status}>
                <b>{title(promise.what)}</b>
                <strong>{t(`cases.promises.${promise.status}`)}</strong>
                <span>{t('cases.promises.due', { date: dateOf(dayOf(promise.due)).slice(5), moment: moment(promise.due) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={page.second}>{t('cases.record.story')}</h2>
        {story.length === 0 && <p className={page.none}>{t('cases.record.noStory')}</p>}
        <ol className={styles.story}>
          {story.map(({ id, at, kind, text }) => (
            <li key={id} data-kind={kind}>
              <time>{clock(at)}</time>
              <span className={styles.kind}>{t(`story.${kind}`)}</span>
              <Entry text={text} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Entry({ text }: { readonly text: StoryText }) {
  const { t, title, script } = useWords()
  switch (text.type) {
    case 'spoken':
      return <span lang={script}>{text.words}</span>
    case 'own':
      return <span>{t('story.own', { purpose: title(text.purpose) })}</span>
    case 'journey':
      return <span>{t('scenario.journey')}</span>
    case 'title':
      return <span>{title(text.title)}</span>
  }
}
