import { ladderLines } from '../../core/concession-ladder.ts'
import type { Check } from './check.ts'

export const unused: Check = {
  id: 'unused',
  description: 'What is defined is used somewhere.',
  run: ({ pack, authored }) => {
    const machines = Object.values(pack.machines)
    const states = machines.flatMap((machine) => Object.values(machine.states))
    const triggers = states.flatMap((state) => state.on.map(({ trigger }) => trigger))
    const lines = new Set([
      ...states.flatMap((state) => state.say.map((say) => say.line)),
      ...Object.values(pack.scenarios).flatMap((scenario) =>
        Object.values(scenario.closing).flatMap((says) => says.map((say) => say.line)),
      ),
      ...Object.values(pack.tempers).flatMap((card) => card.say),
      ...Object.values(pack.requirements).flatMap((requirement) => requirement.say),
      ...Object.values(pack.promises).flatMap((promise) => [...promise.nudge, ...(promise.beyond?.say ?? [])]),
      ...pack.fallbackLines,
      ...(pack.concessions ?? []).flatMap(ladderLines),
      ...(pack.broken?.say ?? []),
    ])
    const steps = new Set([
      ...states.flatMap((state) => state.do),
      ...triggers.flatMap((trigger) => (trigger.type === 'step' ? [trigger.step] : [])),
      ...Object.values(pack.tempers).flatMap((card) => card.do),
      ...Object.values(pack.requirements).flatMap((requirement) => requirement.steps),
      ...(pack.broken?.do ?? []),
    ])
    const moves = new Set(triggers.flatMap((trigger) => (trigger.type === 'move' ? [trigger.move] : [])))
    return [
      { kind: 'line', all: authored.lines, used: lines },
      { kind: 'step', all: authored.steps, used: steps },
      { kind: 'move', all: authored.moves, used: moves },
    ].flatMap(({ kind, all, used }) =>
      [...all]
        .filter(([id]) => !used.has(id))
        .map(([id, { file, path }]) =>
          file.report(path, 'unused', `no state uses the ${kind} “${id}”`, 'Use it, or take it out.', 'warning'),
        ),
    )
  },
}
