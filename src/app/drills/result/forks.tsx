import type { Persona } from '../../../core/drill/persona.ts'
import type { DrillRecord } from '../../../core/drill/record.ts'
import type { Spoken } from '../../../core/drill/talk.ts'
import { useWords } from '../../words.tsx'
import { shownTalk } from '../names.ts'
import { forkOf, type Way } from './fork.ts'
import styles from './result-page.module.css'

export interface ForksProps {
  readonly record: DrillRecord
  readonly tries: readonly DrillRecord[]
  readonly persona: Persona | undefined
}

/** Where this try parted from the one it began as, and others from this one: both sentences with their answers, and what came of each. */
export function Forks({ record, tries, persona }: ForksProps) {
  const { t } = useWords()
  const talks = new Map(tries.map(({ id, events }) => [id, shownTalk(events, persona)]))
  const forks = tries.flatMap((other) => {
    const first = tries.find(({ id }) => id === other.from?.drill)
    if (!first || (other.id !== record.id && first.id !== record.id)) return []
    const fork = forkOf(talks.get(first.id) ?? [], talks.get(other.id) ?? [])
    return fork ? [{ first, other, fork }] : []
  })
  return forks.map(({ first, other, fork }) => (
    <div key={other.id} className={styles.fork}>
      <h3>{t('drills.result.branch', { turn: fork.number })}</h3>
      <Side name={t('drills.result.saidFirst')} of={first} way={fork.before} here={first.id === record.id} />
      <Side name={t('drills.result.saidInstead')} of={other} way={fork.after} here={other.id === record.id} />
    </div>
  ))
}

interface SideProps {
  readonly name: string
  readonly of: DrillRecord
  readonly way: Way
  /** It is the one whose result this page shows. */
  readonly here: boolean
}

function Side({ name, of: { ended, result }, way, here }: SideProps) {
  const { t } = useWords()
  return (
    <section className={styles.side} aria-label={name}>
      <p className={styles.sideHead}>
        <strong>{name}</strong> {here && <em>{t('drills.result.this')}</em>}
      </p>
      {way.said.length === 0 ? (
        <p className={styles.none}>{t('drills.result.saidNothing')}</p>
      ) : (
        way.said.map((spoken) => <Words key={spoken.id} spoken={spoken} />)
      )}
      {way.answer ? <Words spoken={way.answer} /> : <p className={styles.none}>{t('drills.result.noAnswer')}</p>}
      <p className={styles.sideMark}>
        {result
          ? `${t('drills.result.total', { total: result.total })} · ${t(`drills.band.${result.band}`)}`
          : t(ended ? 'drills.past.stopped' : 'drills.result.unfinished')}
      </p>
    </section>
  )
}

function Words({ spoken: { who, text } }: { readonly spoken: Spoken }) {
  const { t } = useWords()
  return (
    <p className={styles.sideWords} data-who={who}>
      <span className={styles.who}>{t(who === 'agent' ? 'drills.play.you' : 'drills.play.customer')}</span>
      <span lang="zh-Hans">{text}</span>
    </p>
  )
}
