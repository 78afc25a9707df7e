import type { ResultWords } from '../../../core/drill/class-csv.ts'
import type { Words } from '../../words.tsx'
import type { DrillData } from '../drill-context.ts'

/** What the columns of the table of results and all that stands in them are called. */
export function resultWords({ t, title, list }: Words, { shown, shownPack }: Pick<DrillData, 'shown' | 'shownPack'>): ResultWords {
  const find = (id: string) => shown.personas.find((each) => each.id === id)
  return {
    head: (column) => t(`drillClass.csv.${column}`),
    unnamed: t('drillClass.unnamed'),
    persona(id) {
      const persona = find(id)
      return persona ? title(persona.title) : id
    },
    scenario(persona) {
      const scenario = shownPack.scenarios[find(persona)?.scenario ?? '']
      return scenario ? title(scenario.title) : ''
    },
    level: (level) => title(shown.rules.levels[level].title),
    band: (band) => t(`drills.band.${band}`),
    stopped: t('drillClass.csv.stopped'),
    skill: (skill) => title(shown.scoring.skills[skill].title),
    checkpoint: (checkpoint) => title(shownPack.checkpoints[checkpoint].title),
    status: (status) => t(`drills.result.status.${status}`),
    violation: (violation) => t(`violation.${violation}`),
    hints: (hints) => t(`drills.hints.${hints}`),
    yes: t('drillClass.csv.yes'),
    list,
  }
}
