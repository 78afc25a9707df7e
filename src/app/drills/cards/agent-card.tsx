import type { Persona } from '../../../core/drill/persona.ts'
import { CHECKPOINTS } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { Card, Part } from './card.tsx'
import styles from './cards.module.css'

/** For whoever takes the call: what is seen before the first word. What a look-up shows the observer reads out once somebody says that they look. */
export function AgentCard({ persona }: { readonly persona: Persona }) {
  const { t, title, list } = useWords()
  const { shownPack } = useDrillData()
  const { profile } = persona
  const { titles, tiers, brands } = shownPack.profile
  const named = (choices: typeof titles, id: string | undefined) => {
    const choice = choices.find((each) => each.id === id)
    return choice ? [title(choice.title)] : []
  }
  const name = `${profile.surname ?? ''}${named(titles, profile.title)[0] ?? ''}`
  // What the drill is called would tell what is coming.
  return (
    <Card kind={t('drillCards.agent')} title={name} lead={t('drillCards.agentLead')}>
      <Part name={t('drillCards.scene')}>{title(persona.scene)}</Part>
      <Part name={t('drillCards.known')}>{list([name, ...named(tiers, profile.tier), ...named(brands, profile.brand)])}</Part>
      <Part name={t('drillCards.lookUp')}>{t('drillCards.lookUpHow')}</Part>
      <Part name={t('drillCards.checkpoints')}>
        <ul className={styles.facts}>
          {CHECKPOINTS.map((id) => {
            const { title: name, needs } = shownPack.checkpoints[id]
            return <li key={id}>{t('drillCards.pair', { name: title(name), what: list(needs.map((need) => title(need.title))) })}</li>
          })}
        </ul>
      </Part>
    </Card>
  )
}
