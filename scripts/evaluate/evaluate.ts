/**
 * `npm run evaluate`: how well the recogniser of a pack hears lines that nobody wrote it from, at several rates of noise, as docs/recognition.md
 * says. The lines stand in `tests/hearing/held-back`: whoever writes lessons leaves them alone.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { formatDiagnostic } from '../../src/compiler/diagnostics.ts'
import { makeNoise, withNoise } from '../../src/compiler/hearing/noise.ts'
import { openHearing } from '../../src/compiler/hearing/open-hearing.ts'
import { makeScript } from '../../src/compiler/hearing/script.ts'
import { chance } from '../../src/core/chance.ts'
import { listener } from '../../src/hearing/hear.ts'
import { readHeldBack } from './held-back.ts'
import { measure } from './measure.ts'
import { searchSections } from './measure-search.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { isMet, type Measured } from './report.ts'
import { pageReport } from './report-page.ts'
import { textReport } from './report-text.ts'
import { searchScores } from './search.ts'

const root = join(import.meta.dirname, '../..')

process.exitCode = evaluate(process.argv.slice(2))

function evaluate(args: readonly string[]): number {
  let options: Options
  try {
    options = readOptions(args)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`)
    return 2
  }
  const all = readHeldBack(join(root, 'tests/hearing'))
  const sets = options.sets.length === 0 ? all : all.filter(({ name }) => options.sets.includes(name))
  if (sets.length < options.sets.length) {
    process.stderr.write(`the sets are ${all.map(({ name }) => name).join(', ')}\n`)
    return 2
  }
  const folder = findPacks(root).find(({ id }) => id === 'telecom')
  if (!folder) throw new Error('there is no telecom pack')
  const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
  if (!pack) {
    for (const each of diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`)
    return 1
  }
  const hear = listener(openHearing(root, pack, lessons))
  const noise = makeNoise(
    makeScript(),
    [...lessons.customer, ...lessons.agent].map(({ text }) => text),
  )
  const measured: Measured[] = sets.flatMap((set) =>
    options.noise.map((rate) => {
      // From the same seed at every rate and for every set, so that a line added to one of them changes no other.
      const next = chance(options.seed)
      return {
        set: set.name,
        noise: rate,
        sections: measure(hear, set, rate === 0 ? undefined : (text) => withNoise(noise, text, rate, next)),
      }
    }),
  )
  const searched = searchScores(
    pack,
    lessons.customer.map(({ text }) => text),
    options.seed,
  )
  measured.push({ set: 'queries', noise: 0, sections: searchSections(searched) })
  if (options.report !== undefined) {
    const about = `Pack ${pack.id} ${pack.version}; ${lessons.customer.length} lessons of customers, ${lessons.agent.length} of agents.`
    writeFileSync(options.report, pageReport(measured, { title: 'How well it hears', about }))
  }
  process.stdout.write(options.json ? `${JSON.stringify(measured, null, 2)}\n` : textReport(measured, options))
  const unmet = measured.some(
    ({ noise, sections }) => noise === 0 && sections.some(({ figures }) => figures.some((each) => isMet(each) === false)),
  )
  return options.strict && unmet ? 1 : 0
}
