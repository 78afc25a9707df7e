import { fill } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { Check } from './check.ts'

/** One breath, in characters with punctuation (about 12 seconds of calm speech). */
const BREATH = 60
const SHORT_BREATH = 25
const PURPOSE = 12

export const lineForm: Check = {
  id: 'line-form',
  description: 'A line has two or three different wordings that each fit one breath, and a short one that fits half.',
  run: ({ pack, authored }) =>
    [...authored.lines].flatMap(([id, { value, file, path }]) => {
      const report = (field: readonly (string | number)[], message: string, tip: string) =>
        file.report([...path, ...field], 'line-form', `“${id}”: ${message}`, tip)
      const wordings = [...value.say, value.short]
      return [
        ...value.say.flatMap((wording, i) =>
          tooLong(pack, wording, BREATH).map((message) => report(['say', i], message, 'Cut it, or make two lines of it.')),
        ),
        ...tooLong(pack, value.short, SHORT_BREATH).map((message) =>
          report(['short'], message, 'The short one is for when there is no time.'),
        ),
        ...(value.say.length < 2 || value.say.length > 3
          ? [report(['say'], `has ${value.say.length} full wordings`, 'Write two or three, so that nobody sounds like a machine.')]
          : []),
        ...(new Set(wordings).size < wordings.length ? [report(['say'], 'says the same twice', 'Each wording is different.')] : []),
        ...([...value.purpose.zh].length > PURPOSE
          ? [
              report(
                ['purpose'],
                `its purpose has ${[...value.purpose.zh].length} characters`,
                `At most ${PURPOSE}: it is read in a glance.`,
              ),
            ]
          : []),
      ]
    }),
}

/** The length as written, with the longest usual slot values, and with nothing known: the worst of them counts. */
function tooLong(pack: CompiledPack, wording: string, limit: number): string[] {
  const slots = pack.slots
  const sampled = wording.replace(/\{([a-z]+)\}/g, (_, id: string) => slots[id]?.sample ?? '')
  const length = Math.max(...[wording, sampled, fill(pack, wording, { profile: {} })].map((each) => [...each].length))
  return length > limit ? [`${length} characters, more than ${limit}: ${wording}`] : []
}
