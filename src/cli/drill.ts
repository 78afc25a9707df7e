import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { formatDiagnostic, hasErrors } from '../compiler/diagnostics.ts'
import { compileDrills } from '../compiler/drills/compile-drills.ts'
import { traineesSchema } from '../compiler/drills/drill-rules-schema.ts'
import { openHearing } from '../compiler/hearing/open-hearing.ts'
import { DRILL_LEVELS } from '../core/drill/level.ts'
import { marksOf, type SimulatedRun, type SimulationRow, TRAINEES, type TraineeKind, tabulate } from '../core/drill/simulation.ts'
import { assess } from '../core/scoring/assess.ts'
import type { HearDrill } from '../engine/drill/drill-call.ts'
import { playDrill } from '../engine/drill/simulate.ts'
import { guided, parrot, type Trainee } from '../engine/drill/trainees.ts'
import { buildMachines } from '../engine/machines.ts'
import { listener } from '../hearing/hear.ts'
import { type Command, chosenPack, type Invocation, UsageError, writeJson } from './command.ts'

/** Any moment will do, as long as it is the same for everybody. */
const START = Date.parse('2026-11-23T10:00:00+08:00')
const SEEDS = 50

/** Plays drills with scripted trainees, to see whether they tell good from bad. */
export const drill: Command = {
  name: 'drill',
  usage: 'drill --simulate [--persona ID,…] [--level LEVEL] [--seeds N] [--json] [--pack ID]',
  about: 'every customer at every level against a good, a polite and a bad trainee; exit 1 when a mark is missed',
  options: {
    simulate: { type: 'boolean' },
    persona: { type: 'string' },
    level: { type: 'string' },
    seeds: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { min: 0, max: 0 },
  run: (invocation, packs) => {
    if (!invocation.options.simulate) throw new UsageError('drill needs --simulate; people practise at #/drills in the browser')
    const runs = simulate(chosenPack(invocation, packs), invocation)
    if (!runs) return 1
    const rows = tabulate(runs)
    const all = rows.at(-1)
    const marks = all ? marksOf(all) : []
    if (invocation.options.json) {
      for (const row of rows) writeJson(row)
      for (const mark of marks) writeJson(mark)
    } else {
      process.stdout.write(`${tableOf(rows)}\n\n`)
      for (const { mark, value, met } of marks) process.stdout.write(`${met ? '✓' : '✗'} ${mark}: ${Math.round(value * 1000) / 1000}\n`)
    }
    return marks.every(({ met }) => met) ? 0 : 1
  },
}

function simulate(folder: PackFolder, { options }: Invocation): readonly SimulatedRun[] | undefined {
  const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
  const compiled = pack && compileDrills(folder, pack)
  const faults = [...diagnostics, ...(compiled?.diagnostics ?? [])]
  if (hasErrors(faults) || !pack) {
    for (const each of faults) process.stderr.write(`${formatDiagnostic(each)}\n`)
    return undefined
  }
  const { drills } = compiled ?? {}
  if (!drills) throw new UsageError(`pack “${pack.id}” has no drills`)
  const wanted = typeof options.persona === 'string' ? options.persona.split(',') : undefined
  const unknown = wanted?.find((id) => drills.personas.every((persona) => persona.id !== id))
  if (unknown !== undefined) throw new UsageError(`there is no persona “${unknown}”`)
  const levels = options.level === undefined ? DRILL_LEVELS : DRILL_LEVELS.filter((level) => level === options.level)
  if (levels.length === 0) throw new UsageError(`--level is ${DRILL_LEVELS.join(', ')}, not “${options.level}”`)
  const seeds = options.seeds === undefined ? SEEDS : Number(options.seeds)
  if (!Number.isInteger(seeds) || seeds < 1) throw new UsageError(`--seeds is a whole number from 1, not “${options.seeds}”`)

  buildMachines(pack)
  const hear = remembering(listener(openHearing(folder.root, pack, lessons)))
  const trainees = traineesOf(folder)
  return drills.personas
    .filter(({ id }) => wanted?.includes(id) ?? true)
    .flatMap((persona) =>
      levels.flatMap((level) =>
        Array.from({ length: seeds }, (_, i) => i + 1).flatMap((seed) =>
          TRAINEES.map((trainee): SimulatedRun => {
            const played = playDrill({ pack, rules: drills.rules, persona, level, seed }, trainees[trainee], hear, START)
            const { total, band, passed } = assess(pack, drills.scoring, played.call.events)
            const said = played.answers.map(({ text }) => text)
            return {
              persona: persona.id,
              level,
              seed,
              trainee,
              ended: played.call.state.ended !== undefined,
              passed,
              total,
              band,
              turns: said.length,
              repeated: new Set(said).size < said.length,
            }
          }),
        ),
      ),
    )
}

/** The same words among the same moves are heard once: thousands of runs share a few thousand sentences. */
function remembering(listen: ReturnType<typeof listener>): HearDrill {
  const known = new Map<string, ReturnType<HearDrill>>()
  return (text, who, among) => {
    const key = `${who}\n${text}\n${among.join(' ')}`
    const heard = known.get(key) ?? listen(text, who, among)
    known.set(key, heard)
    return heard
  }
}

function traineesOf(folder: PackFolder): Readonly<Record<TraineeKind, Trainee>> {
  const path = join(folder.scenarios, 'drills', 'trainees.yaml')
  const read = traineesSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new UsageError(`${path} is not as it should be: ${read.error.issues[0]?.message}`)
  return { good: guided, polite: parrot(read.data.polite), bad: parrot(read.data.bad) }
}

function tableOf(rows: readonly SimulationRow[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(6)
  const figure = (total: number) => `${Math.round(total)}`.padStart(4)
  const width = Math.max(...rows.map(({ persona }) => persona.length))
  const head = `${'persona'.padEnd(width)}  ${'level'.padEnd(8)}  passed: good polite    bad  total: good polite bad  ordered  endless  repeated`
  const lines = rows.map(({ persona, level, passed, total, ordered, endless, repeated }) =>
    [
      persona.padEnd(width),
      level.padEnd(8),
      `      ${percent(passed.good)} ${percent(passed.polite)} ${percent(passed.bad)}`,
      `      ${figure(total.good)}   ${figure(total.polite)}${figure(total.bad)}`,
      percent(ordered),
      String(endless).padStart(7),
      String(repeated).padStart(8),
    ].join('  '),
  )
  return [head, ...lines].join('\n')
}
