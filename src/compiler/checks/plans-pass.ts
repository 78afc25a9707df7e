import { runPlan } from '../plan-runner.ts'
import { suggest } from '../source-file.ts'
import { authoredMachine, type Check, provedScenarios } from './check.ts'

export const plansPass: Check = {
  id: 'plans-pass',
  description: 'Every scenario has a walk-through that goes well and one that goes badly, and each plays as written.',
  run: (context) => {
    const { authored, pack, today, only } = context
    const startAt = Date.parse(`${today}T10:00:00+08:00`)
    return [
      ...authored.plans.flatMap(({ value: plan, file }) => {
        if (only && !only.includes(plan.scenario ?? '')) return []
        if (plan.scenario !== undefined && !pack.scenarios[plan.scenario]) {
          return [
            file.report(
              ['scenario'],
              'unknown-name',
              `there is no scenario “${plan.scenario}”`,
              suggest(plan.scenario, Object.keys(pack.scenarios)),
            ),
          ]
        }
        const { failure } = runPlan(pack, plan, startAt)
        if (!failure) return []
        const path = failure.turn === 'end' ? ['expect'] : ['turns', failure.turn]
        return [
          file.report(
            path,
            'plans-pass',
            `${plan.id}${failure.turn === 'end' ? '' : `, turn ${failure.turn + 1}`}: ${failure.message}`,
            'Mend the plan, or the script if the plan is right.',
          ),
        ]
      }),
      ...provedScenarios(context).flatMap(({ id }) => {
        const placed = authoredMachine(context, id)
        const goes = authored.plans.filter(({ value }) => value.scenario === id).map(({ value }) => value.goes)
        return (['well', 'badly'] as const)
          .filter((each) => !goes.includes(each))
          .flatMap(
            (each) =>
              placed?.file.report(
                ['id'],
                'plans-pass',
                `${id} has no walk-through that goes ${each}`,
                `Write plans/${id}.${each}.plan.yaml.`,
              ) ?? [],
          )
      }),
    ]
  },
}
