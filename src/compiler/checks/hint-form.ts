import type { Title } from '../../core/pack.ts'
import type { Placed } from '../read-pack.ts'
import type { Check } from './check.ts'

/** What is read beside a call or in a drill, and never said: two short lines at most. */
const NOTE = 60

export const hintForm: Check = {
  id: 'hint-form',
  description: 'Coaching hints, and what steps and findings explain, can be read in a moment.',
  run: ({ authored }) => {
    const tooLong = <T>(all: ReadonlyMap<string, Placed<T>>, field: string | undefined, text: (value: T) => Title | undefined) =>
      [...all].flatMap(([id, { value, file, path }]) => {
        const length = [...(text(value)?.zh ?? '')].length
        return length > NOTE
          ? [
              file.report(
                field === undefined ? path : [...path, field],
                'hint-form',
                `“${id}” explains itself in ${length} characters`,
                `At most ${NOTE}: it is read between two sentences.`,
              ),
            ]
          : []
      })
    return [
      ...tooLong(authored.hints, undefined, ({ zh, en }) => ({ zh, en })),
      ...tooLong(authored.steps, 'how', ({ how }) => how),
      ...tooLong(authored.moves, 'means', ({ means }) => means),
    ]
  },
}
