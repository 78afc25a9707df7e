import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { type Chapter, chaptersOf, endsOf, type Lead } from '../../../core/book/outline.ts'
import type { CompiledPack, Machine, Title, Transition } from '../../../core/pack.ts'
import { VIOLATIONS } from '../../../core/vocabulary.ts'
import { Wording } from '../parts/wording.tsx'
import styles from './handbook.module.css'

/** A piece of the handbook that stands on one page as a whole. */
export interface HandbookBlock {
  readonly key: string
  readonly node: ReactNode
  readonly breakBefore?: boolean
  readonly keepWithNext?: boolean
  /** An entry of the contents that begins here, the heading that pages carry from here on, and the part that it opens. */
  readonly entry?: { readonly title: string; readonly part?: string }
}

export interface HandbookWords {
  readonly t: TFunction
  readonly title: (title: Title) => string
  readonly list: (items: readonly string[]) => string
  readonly script: string
  readonly words: (trigger: Transition['trigger']) => string
}

/**
 * A chapter on one machine: when it applies, then step by step what to say, do and leave unsaid.
 *
 * @param part the name of the part of the book that it is the first chapter of
 */
export function machineBlocks(pack: CompiledPack, machine: Machine, saying: HandbookWords, part?: string): readonly HandbookBlock[] {
  const { t, title, list, script } = saying
  const scenario = pack.scenarios[machine.id]
  const chapters = chaptersOf(machine)
  const closing = Object.values(scenario?.closing ?? {}).flat()
  return [
    {
      key: machine.id,
      breakBefore: true,
      keepWithNext: true,
      entry: { title: title(machine.title), ...(part === undefined ? {} : { part }) },
      node: (
        <header className={styles.chapter}>
          <h2>
            {title(machine.title)}
            {scenario?.interrupts && <span className={styles.alarm}>{t(`danger.${scenario.interrupts}`)}</span>}
          </h2>
          <p className={styles.summary}>{scenario ? title(scenario.summary) : t('book.journeyAbout')}</p>
          {scenario && (
            <>
              <h3>{t('book.examples')}</h3>
              <ul className={styles.voices} lang={script}>
                {scenario.cues.examples.slice(0, 4).map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
              {scenario.cues.unlike.length > 0 && (
                <>
                  <h3>{t('book.unlike')}</h3>
                  <ul className={styles.voices} lang={script}>
                    {scenario.cues.unlike.slice(0, 2).map((each) => (
                      <li key={each}>{each}</li>
                    ))}
                  </ul>
                </>
              )}
            </>
          )}
          <p className={styles.origin}>
            {t('book.ends')}：{list([...new Set(endsOf(machine).flatMap(({ final }) => (final ? [t(`outcome.${final.outcome}`)] : [])))])} ·{' '}
            {t('source.from')}：{list((scenario?.source ?? []).map((id) => pack.sources[id]?.title ?? t('source.ours')))}
          </p>
        </header>
      ),
    },
    ...chapters.map((chapter) => ({
      key: `${machine.id} ${chapter.state.id}`,
      node: <StepBlock pack={pack} machine={machine} chapter={chapter} chapters={chapters} saying={saying} />,
    })),
    ...(closing.length > 0
      ? [
          { key: `${machine.id} closing`, keepWithNext: true, node: <h3 className={styles.part}>{t('book.closing')}</h3> },
          ...closing.map(({ line }) => ({ key: `${machine.id} ${line}`, node: <LineText pack={pack} line={line} saying={saying} /> })),
        ]
      : []),
  ]
}

interface StepBlockProps {
  readonly pack: CompiledPack
  readonly machine: Machine
  readonly chapter: Chapter
  readonly chapters: readonly Chapter[]
  readonly saying: HandbookWords
}

function StepBlock({ pack, machine, chapter, chapters, saying }: StepBlockProps) {
  const { t, title, list, script, words } = saying
  const { number, state, ways } = chapter
  return (
    <section className={styles.step}>
      <div className={styles.number}>{number}</div>
      <div className={styles.say}>
        <p className={styles.stage}>
          {title(pack.stages[state.stage].title)}
          {state.requires.length > 0 && ` · ${list(state.requires.map((id) => title(pack.requirements[id].title)))}`}
        </p>
        {state.say.map(({ line, when }) => (
          <LineText key={line} pack={pack} line={line} note={when?.channel && t(`channel.${when.channel}`)} saying={saying} />
        ))}
      </div>
      <div className={styles.side}>
        <p className={styles.label}>{t('steps.label')}</p>
        <ul className={styles.boxes}>
          {state.do.map((id) => {
            const step = pack.steps[id]
            return (
              <li key={id}>
                {step ? title(step.title) : id}
                {step?.how && <small>{title(step.how)}</small>}
              </li>
            )
          })}
        </ul>
        {state.avoid.length > 0 && (
          <>
            <p className={styles.label}>{t('avoid.label')}</p>
            <ul lang={script}>
              {state.avoid.map((id) => (
                <li key={id}>
                  <s>{pack.swaps[id]?.not}</s>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className={styles.ways}>
        <span className={styles.then}>{t('book.then')}</span>
        {ways.map((way) => {
          const move = way.trigger.type === 'move' ? pack.moves[way.trigger.move] : undefined
          return (
            <span key={words(way.trigger)} data-long={move?.means ? true : undefined}>
              {words(way.trigger)}{' '}
              <b className={styles.where}>{list(way.leads.map((lead) => whereTo(pack, machine, lead, chapters, saying)))}</b>
              {move?.means && <small> {title(move.means)}</small>}
            </span>
          )
        })}
      </p>
    </section>
  )
}

function whereTo(pack: CompiledPack, machine: Machine, lead: Lead, chapters: readonly Chapter[], { t, title }: HandbookWords): string {
  const number = chapters.find(({ state }) => state.id === lead.to)?.number
  const final = lead.to === undefined ? undefined : machine.states[lead.to]?.final
  const started = lead.start === undefined ? undefined : pack.scenarios[lead.start]
  const seen = chapters.find(({ state }) => state.id === lead.when?.seen)?.number
  const when = lead.when ? t('book.after', { number: seen ?? lead.when.seen, times: lead.when.times }) : ''
  if (started) return `${when}${title(started.title)}`
  return when + (final ? t(`outcome.${final.outcome}`) : `→${number ?? ''}`)
}

interface LineTextProps {
  readonly pack: CompiledPack
  readonly line: string
  readonly note?: string | undefined
  readonly saying: HandbookWords
}

function LineText({ pack, line: id, note, saying: { t, title, script } }: LineTextProps) {
  const line = pack.lines[id]
  if (!line) return null
  return (
    <div className={styles.line}>
      <p className={styles.purpose}>
        {title(line.purpose)}
        {note && <span>（{note}）</span>}
        <code>{id}</code>
      </p>
      <ol lang={script}>
        {line.say.map((wording) => (
          <li key={wording}>
            <Wording text={wording} />
          </li>
        ))}
        <li className={styles.short}>
          <i>{t('card.short')}</i>
          <Wording text={line.short} />
        </li>
      </ol>
    </div>
  )
}

/** Say this, not that, as tables by what is wrong. */
export function swapBlocks(pack: CompiledPack, { t, title, script }: HandbookWords): readonly HandbookBlock[] {
  const all = Object.values(pack.swaps)
  return [
    {
      key: 'swaps',
      breakBefore: true,
      keepWithNext: true,
      entry: { title: t('book.swaps'), part: t('book.parts.back') },
      node: <h2 className={styles.partHead}>{t('book.swaps')}</h2>,
    },
    ...VIOLATIONS.flatMap((violation) => {
      const own = all.filter((each) => each.violation === violation)
      return own.length === 0
        ? []
        : [
            { key: `swaps ${violation}`, keepWithNext: true, node: <h3 className={styles.part}>{t(`violation.${violation}`)}</h3> },
            ...own.map(({ id, not, instead, why }) => ({
              key: `swap ${id}`,
              node: (
                <div className={styles.swap}>
                  <s lang={script}>{not}</s>
                  <b className={styles.better} lang={script}>
                    {instead}
                  </b>
                  <span>{title(why)}</span>
                </div>
              ),
            })),
          ]
    }),
  ]
}

/** The craft, as a list. */
export function craftBlocks(pack: CompiledPack, { t, title }: HandbookWords): readonly HandbookBlock[] {
  const hints = Object.values(pack.hints)
  if (hints.length === 0) return []
  return [
    {
      key: 'craft',
      breakBefore: true,
      keepWithNext: true,
      entry: { title: t('book.craft') },
      node: <h2 className={styles.partHead}>{t('book.craft')}</h2>,
    },
    ...hints.map(({ id, text }) => ({ key: `hint ${id}`, node: <p className={styles.hint}>{title(text)}</p> })),
  ]
}
