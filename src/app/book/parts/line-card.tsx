import { memo } from 'react'
import type { LinePlace } from '../../../core/book/places.ts'
import type { Line, When } from '../../../core/pack.ts'
import { scenarioAddress } from '../../book-address.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import styles from './line-card.module.css'
import { SourceLinks } from './source-links.tsx'
import { Wording } from './wording.tsx'

export interface LineCardProps {
  readonly line: Line
  /** The circumstances in which it is the one to say. */
  readonly when?: When | undefined
  /** Where it is said, when it does not stand beneath its own step. */
  readonly places?: readonly LinePlace[]
  /** Of its heading; 4 left out. */
  readonly level?: 2 | 3 | 4
  /** What was looked for. */
  readonly query?: string | undefined
}

/** An approved line with all that a reviewer answers for. */
export const LineCard = memo(function LineCard({ line, when, places, level = 4, query = '' }: LineCardProps) {
  const { t, title, list, script } = useWords()
  const { pack, today } = useBook()
  const Heading = `h${level}` as const
  const expired = line.expires !== undefined && line.expires < today
  return (
    <article className={styles.line} data-status={expired ? 'expired' : line.status}>
      <header className={styles.head}>
        <Heading className={styles.purpose}>{title(line.purpose)}</Heading>
        {when && <span className={styles.when}>{whenWords(when, { t, title, list, pack })}</span>}
        <code className={styles.id}>{line.id}</code>
      </header>
      {places && <Places places={places} />}
      <ol className={styles.wordings} lang={script}>
        {line.say.map((wording) => (
          <li key={wording}>
            <Wording text={wording} query={query} />
          </li>
        ))}
        <li className={styles.short}>
          <span className={styles.which}>{t('card.short')}</span>
          <Wording text={line.short} query={query} />
        </li>
      </ol>
      <dl className={styles.facts}>
        {line.acts.length > 0 && (
          <div>
            <dt>{t('book.acts')}</dt>
            <dd>{list(line.acts.map((act) => t(`act.${act}`)))}</dd>
          </div>
        )}
        {line.promises.length > 0 && (
          <div>
            <dt>{t('book.promises')}</dt>
            <dd>{list(line.promises.map((id) => (pack.promises[id] ? title(pack.promises[id].what) : id)))}</dd>
          </div>
        )}
        <div>
          <dt>{t('source.from')}</dt>
          <dd>
            <SourceLinks ids={line.source} />
          </dd>
        </div>
        <div>
          <dt>{t('source.edition')}</dt>
          <dd>
            {t('book.approval', { edition: line.edition, approved: line.approved, expires: line.expires ?? t('source.noExpiry') })}
            {expired ? (
              <strong className={styles.bad}>{t('book.expired')}</strong>
            ) : (
              line.status !== 'approved' && <strong className={styles.bad}>{t(`status.${line.status}`)}</strong>
            )}
          </dd>
        </div>
      </dl>
    </article>
  )
})

type Saying = Pick<ReturnType<typeof useWords>, 't' | 'title' | 'list'> & { readonly pack: ReturnType<typeof useBook>['pack'] }

function whenWords({ channel, brand = [], tier = [], temper = [] }: When, { t, title, list, pack }: Saying): string {
  const named = (choices: readonly { readonly id: string; readonly title: { zh: string; en: string } }[], id: string) => {
    const choice = choices.find((each) => each.id === id)
    return choice ? title(choice.title) : id
  }
  return list([
    ...(channel ? [t(`channel.${channel}`)] : []),
    ...brand.map((id) => named(pack.profile.brands, id)),
    ...tier.map((id) => named(pack.profile.tiers, id)),
    ...temper.map((id) => t(`temper.${id}`)),
  ])
}

function Places({ places }: { readonly places: readonly LinePlace[] }) {
  const { t, title } = useWords()
  const { pack } = useBook()
  return (
    <ul className={styles.places}>
      {places.slice(0, 4).map((place) => {
        const stage = title(pack.stages[place.stage].title)
        const machine = 'machine' in place ? pack.machines[place.machine] : undefined
        return (
          <li key={JSON.stringify(place)}>
            {machine && 'state' in place ? (
              <a href={scenarioAddress(machine.id, place.as === 'step' ? place.state : 'close')}>
                {title(machine.title)} · {stage}
              </a>
            ) : (
              `${t(`book.place.${place.as as 'bridge'}`)} · ${stage}`
            )}
          </li>
        )
      })}
      {places.length > 4 && <li>{t('book.morePlaces', { count: places.length - 4 })}</li>}
    </ul>
  )
}
