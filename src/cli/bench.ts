import { join } from 'node:path'
import { type Command, chosenPack, writeJson } from './command.ts'
import { drillFigures } from './drill-figures.ts'
import { engineFigures, firstLoad } from './figures.ts'
import { hearingFigures } from './hearing-figures.ts'
import { hostileFigures } from './hostile-figures.ts'
import { ruleFigures } from './rule-figures.ts'
import { searchFigures } from './search-figures.ts'

/** What the engine, the recogniser and the build cost; `npm run bench` adds what a browser shows of it. */
export const bench: Command = {
  name: 'bench',
  usage: 'bench [--pack ID]',
  about: 'figures as JSON: compile, advance, view, replay, rules, learn, hear, search, drills (ms), sizes (KiB gzip)',
  options: {},
  words: { min: 0, max: 0 },
  run: (invocation, packs) => {
    const folder = chosenPack(invocation, packs)
    const loaded = firstLoad(join(folder.root, 'dist'))
    writeJson({
      node: process.version,
      pack: folder.id,
      ...engineFigures(folder),
      rules: ruleFigures(folder),
      hearing: hearingFigures(folder),
      search: searchFigures(folder),
      hostile: hostileFigures(),
      drills: drillFigures(folder),
      ...(loaded ? { firstLoad: loaded } : {}),
    })
    return 0
  },
}
