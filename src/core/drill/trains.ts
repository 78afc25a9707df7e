import type { Skill } from '../scoring/scoring-rules.ts'
import type { Act } from '../vocabulary.ts'
import type { Persona } from './persona.ts'

/** Which skill each act shows. */
const SHOWS: Readonly<Record<Act, Skill>> = {
  empathy: 'listen',
  restate: 'listen',
  apology: 'own',
  verify: 'ask',
  'explain-cause': 'speak',
  'offer-options': 'own',
  'firm-position': 'rules',
  'commit-deadline': 'own',
  'confirm-agreement': 'ask',
  care: 'listen',
  thanks: 'speak',
  improve: 'speak',
}

/** The skills that somebody asks for most, best first: what calms them counts for most, then what they need, and facts to be asked for. */
export function skillsTrained({
  calms,
  needs,
  facts,
  inflames,
}: Pick<Persona, 'calms' | 'needs' | 'facts' | 'inflames'>): readonly Skill[] {
  const weights = new Map<Skill, number>()
  const add = (skill: Skill, weight: number) => weights.set(skill, (weights.get(skill) ?? 0) + weight)
  for (const act of calms) add(SHOWS[act], 2)
  for (const act of needs) add(SHOWS[act], 1)
  for (const { needed, secret } of facts) if (needed || secret) add('ask', 1)
  for (const sore of inflames) {
    if (sore === 'over-promise' || sore === 'mislead' || sore === 'improper-disclosure' || sore === 'threat') add('rules', 2)
    if (sore === 'jargon' || sore === 'cold' || sore === 'policy') add('speak', 1)
    if (sore === 'interrupt-or-argue' || sore === 'solving-first') add('listen', 1)
    if (sore === 'asked-again' || sore === 'repeat-question') add('ask', 1)
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([skill]) => skill)
}
