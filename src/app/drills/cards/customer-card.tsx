import type { Persona, Reaction } from '../../../core/drill/persona.ts'
import { SORE_POINTS } from '../../../core/drill/persona.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { Card, Part } from './card.tsx'
import styles from './cards.module.css'

/** The lines that whoever plays the customer gets to see, and how many of each: they shall use words of their own. */
const SHOWN: readonly Reaction[] = ['opens', 'unheard', 'hurt', 'pressed', 'calmed', 'farewell', 'leaves']
const EACH = 2

/** For whoever plays the customer: the story, what is told and when, what calms and what inflames. */
export function CustomerCard({ persona }: { readonly persona: Persona }) {
  const { t, title, list } = useWords()
  const { shownPack } = useDrillData()
  const { facts, profile, says, turns } = persona
  const called = shownPack.profile.titles.find(({ id }) => id === profile.title)
  const told = facts.filter((fact) => fact.told)
  const asked = facts.filter((fact) => !fact.told && !fact.secret)
  const secret = facts.filter((fact) => fact.secret)
  const sore = persona.inflames.map((each) => {
    const own = SORE_POINTS.find((point) => point === each)
    return own ? t(`drillCards.sore.${own}`) : t(`violation.${each as Exclude<typeof each, (typeof SORE_POINTS)[number]>}`)
  })
  const tells = (some: typeof facts) => (
    <ul className={styles.facts} lang="zh-Hans">
      {some.map(({ id, tells: words }) => (
        <li key={id}>{words[0]}</li>
      ))}
    </ul>
  )
  return (
    <Card kind={t('drillCards.customer')} title={title(persona.title)} lead={t('drillCards.customerLead')}>
      <Part name={t('drillCards.who')}>
        {profile.surname}
        {called && title(called.title)} · {t(`drills.manner.${persona.manner}`)} · {t(`channel.${persona.channel}`)}
      </Part>
      <Part name={t('drillCards.story')}>
        <p lang="zh-Hans">{persona.story}</p>
      </Part>
      <Part name={t('drillCards.goal')}>{title(persona.goal)}</Part>
      <Part name={t('drillCards.told')}>{tells(told)}</Part>
      <Part name={t('drillCards.asked')}>{tells(asked)}</Part>
      {secret.length > 0 && <Part name={t('drillCards.secret')}>{tells(secret)}</Part>}
      <Part name={t('drillCards.calms')}>{list(persona.calms.map((act) => t(`act.${act}`)))}</Part>
      <Part name={t('drillCards.inflames')}>{list(sore)}</Part>
      <Part name={t('drillCards.agrees')}>{list(persona.needs.map((act) => t(`act.${act}`)))}</Part>
      <p className={styles.patience}>{t('drillCards.patience', { count: persona.patience })}</p>
      {turns.map((turn) => (
        <Part key={turn.scenario} name={t('drillCards.turn')}>
          <p lang="zh-Hans">「{turn.says[0]}」</p>
        </Part>
      ))}
      <Part name={t('drillCards.lines')}>
        <dl className={styles.lines} lang="zh-Hans">
          {SHOWN.map((reaction) => (
            <div key={reaction}>
              <dt>{t(`drillCards.${reaction as 'opens'}`)}</dt>
              {(says[reaction] ?? []).slice(0, EACH).map((words) => (
                <dd key={words}>「{words}」</dd>
              ))}
            </div>
          ))}
        </dl>
      </Part>
    </Card>
  )
}
