import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { createContext, lazy, Suspense, useContext, useEffect, useMemo } from 'react'
import { type Chapter, chaptersOf, endsOf, type Lead, machineLines } from '../../../core/book/outline.ts'
import type { CompiledPack, Machine } from '../../../core/pack.ts'
import { SCENARIO_GROUPS } from '../../../core/vocabulary.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { scenarioAddress } from '../../book-address.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { HintList } from '../parts/hint-list.tsx'
import { LineCard } from '../parts/line-card.tsx'
import page from '../parts/page.module.css'
import { PlanTalk } from '../parts/plan-talk.tsx'
import { SourceLinks } from '../parts/source-links.tsx'
import { useTriggerWords } from '../parts/trigger-words.ts'
import styles from './machine-page.module.css'

// The drawing brings React Flow and dagre, which no other page needs.
const MachineDrawing = lazy(() => import('../graph/machine-drawing.tsx').then((module) => ({ default: module.MachineDrawing })))

/** One scenario, or one journey, as a page to be read from top to bottom. */
export function MachinePage() {
  const { t, title, script, list } = useWords()
  const { pack, extras } = useBook()
  const { machine: id } = useParams({ from: '/book/scenario/$machine' })
  const { hash } = useLocation()
  const navigate = useNavigate()
  const machine = pack.machines[id]
  const scenario = pack.scenarios[id]
  const chapters = useMemo(() => (machine ? chaptersOf(machine) : []), [machine])
  const neighbours = useMemo(() => neighboursOf(pack, id), [pack, id])
  const go = (to: string | undefined) => to && void navigate({ to: '/book/scenario/$machine', params: { machine: to } })
  useOwnKeys([
    { code: 'BracketLeft', run: () => go(neighbours.before?.id) },
    { code: 'BracketRight', run: () => go(neighbours.after?.id) },
  ])
  useEffect(() => {
    if (hash) document.getElementById(`step-${hash}`)?.scrollIntoView({ block: 'start' })
  }, [hash])
  useEffect(() => {
    document.getElementById('book-main')?.focus({ preventScroll: true })
  }, [])

  if (!machine) return <p role="alert">{t('book.noSuch', { id })}</p>
  const plans = extras.plans.filter((plan) => plan.scenario === id || (!plan.scenario && plan.channel === id))
  const hints = Object.values(pack.hints).filter(({ scenarios }) => scenarios.includes(id))
  const closing = Object.entries(scenario?.closing ?? {})

  return (
    <div className={page.page}>
      <header>
        <p className={page.crumbs}>
          <Link to="/book">{t('book.contents')}</Link> › {scenario ? t(`group.${scenario.group}`) : t('book.journeys')}
        </p>
        <h1 className={page.title}>
          {title(machine.title)}
          {scenario?.interrupts && <span className={page.alarm}>{t(`danger.${scenario.interrupts}`)}</span>}
        </h1>
        <p className={page.summary}>{scenario ? title(scenario.summary) : t('book.journeyAbout')}</p>
        <Facts machine={machine.id} />
      </header>
      {scenario && (
        <section className={styles.cues} aria-label={t('book.when')}>
          <h2>{t('book.when')}</h2>
          <div className={styles.columns}>
            <div>
              <h3>{t('book.examples')}</h3>
              <ul lang={script} className={styles.voices}>
                {scenario.cues.examples.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
            <div>
              <h3>{t('book.unlike')}</h3>
              <ul lang={script} className={styles.voices}>
                {scenario.cues.unlike.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
              {scenario.cues.signals.length > 0 && (
                <>
                  <h3>{t('book.signals')}</h3>
                  <p>{list(scenario.cues.signals.map((signal) => t(`signal.${signal}`)))}</p>
                </>
              )}
            </div>
          </div>
        </section>
      )}
      <section aria-label={t('book.drawing')}>
        <h2>{t('book.drawing')}</h2>
        <Suspense fallback={<div className={styles.waiting} />}>
          <MachineDrawing
            machine={machine.id}
            onPick={(state) => void navigate({ to: '/book/scenario/$machine', params: { machine: id }, hash: state })}
          />
        </Suspense>
      </section>
      <section aria-label={t('book.steps')}>
        <h2>{t('book.steps')}</h2>
        <ChaptersContext value={chapters}>
          {chapters.map(({ number, state }) => (
            <Step key={state.id} machine={machine.id} number={number} />
          ))}
        </ChaptersContext>
      </section>
      <section aria-label={t('book.ends')}>
        <h2>{t('book.ends')}</h2>
        <ul className={styles.ends}>
          {endsOf(machine).map(({ id: end, final }) => (
            <li key={end} id={`step-${end}`}>
              {final && (
                <>
                  <strong>{t(`outcome.${final.outcome}`)}</strong>{' '}
                  {final.next === 'back' ? t('book.goesBack') : t('book.goesOn', { stage: title(pack.stages[final.next].title) })}
                  {final.reason && `，${t('book.mayEnd', { reason: t(`reason.${final.reason}`) })}`}
                </>
              )}{' '}
              <code>{end}</code>
            </li>
          ))}
        </ul>
      </section>
      {closing.length > 0 && (
        <section id="step-close" aria-label={t('book.closing')}>
          <h2>{t('book.closing')}</h2>
          {closing.flatMap(([state, says]) =>
            says.flatMap(({ line, when }) => {
              const found = pack.lines[line]
              return found ? <LineCard key={`${state} ${line}`} line={found} level={3} when={when} /> : []
            }),
          )}
        </section>
      )}
      {hints.length > 0 && (
        <section aria-label={t('book.craft')}>
          <h2>{t('book.craft')}</h2>
          <HintList hints={hints} />
        </section>
      )}
      {plans.length > 0 && (
        <section aria-label={t('book.plans')}>
          <h2>{t('book.plans')}</h2>
          {plans.map((plan) => (
            <PlanTalk key={plan.id} plan={plan} />
          ))}
        </section>
      )}
      <nav className={styles.neighbours} aria-label={t('book.neighbours')}>
        {neighbours.before && (
          <Link to="/book/scenario/$machine" params={{ machine: neighbours.before.id }} aria-keyshortcuts="[">
            ← {title(neighbours.before.title)}
          </Link>
        )}
        {neighbours.after && (
          <Link to="/book/scenario/$machine" params={{ machine: neighbours.after.id }} className={styles.after} aria-keyshortcuts="]">
            {title(neighbours.after.title)} →
          </Link>
        )}
      </nav>
    </div>
  )
}

function Facts({ machine: id }: { readonly machine: string }) {
  const { t, list } = useWords()
  const { pack } = useBook()
  const scenario = pack.scenarios[id]
  const lines = machineLines(pack, id).flatMap((line) => pack.lines[line] ?? [])
  const range = (values: readonly string[]) => {
    const sorted = [...new Set(values)].sort()
    return sorted.length > 1 ? `${sorted[0]} – ${sorted.at(-1)}` : (sorted[0] ?? '–')
  }
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('book.ownLines')}</dt>
        <dd>
          <Link to="/book/lines" search={scenario ? { scenario: id } : {}}>
            {t('book.lineCount', { count: lines.length })}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t('source.edition')}</dt>
        <dd>{range(lines.map(({ edition }) => edition))}</dd>
      </div>
      <div>
        <dt>{t('source.approved')}</dt>
        <dd>{range(lines.map(({ approved }) => approved))}</dd>
      </div>
      <div>
        <dt>{t('source.expires')}</dt>
        <dd>{range(lines.map(({ expires }) => expires ?? t('source.noExpiry')))}</dd>
      </div>
      {scenario && (
        <div>
          <dt>{t('book.channels')}</dt>
          <dd>{list(scenario.channels.map((channel) => t(`channel.${channel}`)))}</dd>
        </div>
      )}
      {scenario && (
        <div className={styles.wide}>
          <dt>{t('source.from')}</dt>
          <dd>
            <SourceLinks ids={scenario.source} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** The steps of the machine on show, worked out once for the whole page. */
const ChaptersContext = createContext<readonly Chapter[]>([])

interface StepProps {
  readonly machine: string
  readonly number: number
}

/** A step of the machine: what to say, what to do, what not to say, and what may happen next. */
function Step({ machine, number }: StepProps) {
  const { t, title, list, script } = useWords()
  const { pack } = useBook()
  const words = useTriggerWords(pack)
  const chapter = useContext(ChaptersContext)[number - 1]
  if (!chapter) return null
  const { state, ways } = chapter
  return (
    <section id={`step-${state.id}`} className={styles.step} aria-label={`${number} ${state.id}`}>
      <h3 className={styles.stepHead}>
        <span className={styles.number}>{number}</span>
        <span className={styles.stage}>{title(pack.stages[state.stage].title)}</span>
        <code>{state.id}</code>
        {state.requires.length > 0 && (
          <span className={styles.requires}>{list(state.requires.map((id) => title(pack.requirements[id].title)))}</span>
        )}
      </h3>
      <div className={styles.body}>
        <div>
          {state.say.map(({ line, when }) => {
            const found = pack.lines[line]
            return found && <LineCard key={line} line={found} when={when} />
          })}
        </div>
        <div className={styles.side}>
          <h4>{t('steps.label')}</h4>
          <ul className={page.plain}>
            {state.do.map((id) => {
              const step = pack.steps[id]
              return (
                <li key={id}>
                  {step ? title(step.title) : id}
                  {step?.how && <p className={styles.how}>{title(step.how)}</p>}
                </li>
              )
            })}
          </ul>
          {state.avoid.length > 0 && (
            <>
              <h4>{t('avoid.label')}</h4>
              <ul className={page.plain} lang={script}>
                {state.avoid.map((id) => {
                  const swap = pack.swaps[id]
                  return (
                    swap && (
                      <li key={id}>
                        <s>{swap.not}</s> → {swap.instead}
                      </li>
                    )
                  )
                })}
              </ul>
            </>
          )}
          <h4>{t('book.then')}</h4>
          <ul className={styles.ways}>
            {ways.map((way) => {
              const move = way.trigger.type === 'move' ? pack.moves[way.trigger.move] : undefined
              return (
                <li key={words(way.trigger)} data-kind={move?.kind ?? 'follows'}>
                  <span className={styles.way}>
                    <span>{words(way.trigger)}</span>
                    <span className={styles.leads}>
                      {way.leads.map((lead) => (
                        <Where key={JSON.stringify(lead)} machine={machine} lead={lead} />
                      ))}
                    </span>
                  </span>
                  {move?.means && <p className={styles.how}>{title(move.means)}</p>}
                </li>
              )
            })}
          </ul>
        </div>
      </div>
    </section>
  )
}

interface WhereProps {
  readonly machine: string
  readonly lead: Lead
}

/** Where a way leads: a step by its number, an end by its outcome, another scenario by its name. */
function Where({ machine: id, lead }: WhereProps) {
  const { t, title } = useWords()
  const { pack } = useBook()
  const machine = pack.machines[id]
  const chapters = useContext(ChaptersContext)
  const chapter = chapters.find(({ state }) => state.id === lead.to)
  const seen = chapters.find(({ state }) => state.id === lead.when?.seen)
  const final = lead.to === undefined ? undefined : machine?.states[lead.to]?.final
  const started = lead.start === undefined ? undefined : pack.scenarios[lead.start]
  return (
    <span className={styles.lead}>
      {lead.when && <small>{t('book.after', { number: seen?.number ?? lead.when.seen, times: lead.when.times })}</small>}
      {started && <a href={scenarioAddress(started.id)}>⇥ {title(started.title)}</a>}
      {chapter && (
        <a href={scenarioAddress(id, chapter.state.id)} className={styles.toStep}>
          → {chapter.number}
        </a>
      )}
      {final && <strong>{t(`outcome.${final.outcome}`)}</strong>}
    </span>
  )
}

/** The pages before and after, in the order of the contents. */
function neighboursOf(pack: CompiledPack, id: string): { readonly before?: Machine; readonly after?: Machine } {
  const order = [
    ...new Set(Object.values(pack.journeys)),
    ...SCENARIO_GROUPS.flatMap((group) => Object.values(pack.scenarios).flatMap((each) => (each.group === group ? [each.id] : []))),
  ]
  const at = order.indexOf(id)
  const [before, after] = [pack.machines[order[at - 1] ?? ''], pack.machines[order[at + 1] ?? '']]
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) }
}
