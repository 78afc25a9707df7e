import { clean } from '../../hearing/clean.ts'
import { frameFinder } from '../../hearing/frames.ts'
import type { Reading } from '../../hearing/script.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { compileFrames, type SaidLine } from './compile-frames.ts'
import type { WrittenFrames } from './frame-files.ts'

/** Whether every frame finds the examples that it must find, and leaves alone what it must leave alone. */
export function checkFrames(written: WrittenFrames, reading: Reading, lines: readonly SaidLine[]): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const who of ['customer', 'agent'] as const) {
    const find = frameFinder(compileFrames(written, who, reading, lines), reading.sounds)
    const finds = (id: string, text: string) => find(clean(reading, text)).find(({ frame }) => frame.id === id)
    for (const { id, says, unlike, file } of written.frames.filter((frame) => frame.who === who)) {
      for (const [i, text] of says.entries()) {
        if (finds(id, text)) continue
        const tip = 'Add the words or a pattern that fits, loosen a gap, or see whether an exception or a negation takes it back.'
        found.push(file.report(['frames', id, 'says', i], 'frame-example', `“${id}” does not find “${text}”`, tip))
      }
      for (const [i, text] of unlike.entries()) {
        const match = finds(id, text)
        if (!match) continue
        const words = clean(reading, text).text.slice(match.start, match.end)
        const tip = `It takes “${words}” for it: name the look-alike under “not”, or narrow the pattern.`
        found.push(file.report(['frames', id, 'unlike', i], 'frame-example', `“${id}” finds “${text}”`, tip))
      }
    }
  }
  return found
}
