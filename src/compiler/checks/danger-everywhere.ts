import { CHANNELS } from '../../core/vocabulary.ts'
import { authoredMachine, type Check } from './check.ts'

export const dangerEverywhere: Check = {
  id: 'danger-everywhere',
  description: 'Every danger can break in on every channel, and speaks at once.',
  run: (context) =>
    Object.values(context.pack.scenarios).flatMap((scenario) => {
      const placed = authoredMachine(context, scenario.id)
      const machine = context.pack.machines[scenario.id]
      if (!scenario.interrupts || !placed || !machine) return []
      const { file } = placed
      const report = (path: readonly string[], message: string, tip: string) =>
        file.report(path, 'danger-everywhere', `${scenario.id}: ${message}`, tip)
      const shutOut = CHANNELS.filter((channel) => !scenario.channels.includes(channel))
      const entry = machine.states[machine.entry]
      return [
        ...(shutOut.length > 0
          ? [
              report(
                ['channels'],
                `cannot break in on a call by ${shutOut.join(', ')}`,
                'A danger holds in every channel; use `when: {channel: …}` for what differs.',
              ),
            ]
          : []),
        ...(entry && entry.requires.length > 0
          ? [
              report(
                ['states', entry.id],
                `waits for ${entry.requires.join(', ')} before its first word`,
                'The first line of a danger may not require anything.',
              ),
            ]
          : []),
      ]
    }),
}
