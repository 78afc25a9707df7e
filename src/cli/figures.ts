import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compilePack, type PackFolder } from '../compiler/compile.ts'
import type { Command } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import { fold } from '../core/state.ts'
import { view } from '../core/view.ts'
import { type Advanced, advance, type Call, startCall } from '../engine/advance.ts'
import { buildMachines } from '../engine/machines.ts'
import { replay } from '../engine/replay.ts'
import { commandsAt } from '../engine/walk.ts'

/** How long something took, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly p98: number
  readonly p99: number
  readonly runs: number
}

/** What a pack and its engine cost on this machine. Times in milliseconds, sizes in KiB after gzip. */
export interface EngineFigures {
  readonly compile: Timing
  readonly compileAndProve: Timing
  readonly packSize: number
  readonly advance: Timing
  readonly view: Timing
  readonly fold200: Timing
  readonly replay200: Timing
}

/** Measures compiling, stepping, viewing and replaying on a pack. Warms up first: a panel is never cold when it matters. */
export function engineFigures(folder: PackFolder): EngineFigures {
  const { pack } = compilePack(folder, { prove: false })
  if (!pack) throw new Error(`pack ${folder.id} has errors: run evenkeel check`)
  buildMachines(pack)
  const log = longCall(pack, 200).events
  const { steps, views } = wander(pack, 4000)
  // Before compiling, which leaves more behind than any call does.
  const [fold200, replay200] = [time(100, () => fold(log)), time(50, () => replay(pack, log))]
  return {
    compile: time(10, () => compilePack(folder, { prove: false })),
    compileAndProve: time(1, () => compilePack(folder)),
    packSize: kib(gzipSync(JSON.stringify(pack)).length),
    advance: timing(steps.slice(500)),
    view: timing(views.slice(500)),
    fold200,
    replay200,
  }
}

/** JavaScript and CSS that a first visit loads, in KiB after gzip, by the built `index.html`; absent before a build. */
export function firstLoad(dist: string): { readonly js: number; readonly css: number } | undefined {
  const page = join(dist, 'index.html')
  if (!existsSync(page)) return undefined
  const html = readFileSync(page, 'utf8')
  const entry = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].flatMap((match) => match[1] ?? [])
  const size = (kind: string) =>
    kib(
      withStaticImports(
        dist,
        entry.filter((file) => file.endsWith(kind)),
      ).reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0),
    )
  return { js: size('.js'), css: size('.css') }
}

/** The entry files and all that they import before anything is shown. */
function withStaticImports(dist: string, entry: readonly string[]): string[] {
  const files = new Set(entry)
  const names = new Set(readdirSync(join(dist, 'assets')))
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (name && names.has(name)) files.add(`assets/${name}`)
    }
  }
  return [...files]
}

const START = Date.UTC(2026, 0, 5, 2)

/** A call of at least so many events: the script followed at random, but the same way every time. */
function longCall(pack: CompiledPack, events: number): Call {
  let call = begin(pack)
  for (const pick of numbers()) {
    if (call.events.length >= events) break
    call = step(call, pick) ?? call
  }
  return { ...call, events: call.events.slice(0, lastWhole(call, events)) }
}

/** The end of the last whole batch within so many events. */
function lastWhole({ events }: Call, most: number): number {
  const next = events[most]
  return next ? events.findIndex((event) => event.cause === next.cause) : events.length
}

/** Steps and views of many calls, one after the other. What to press is chosen beforehand, so that only the engine is measured. */
function wander(pack: CompiledPack, count: number): { readonly steps: number[]; readonly views: number[] } {
  const commands = rehearse(pack, count)
  const steps: number[] = []
  const views: number[] = []
  let call = begin(pack)
  for (const command of commands) {
    const before = performance.now()
    const next = advance(call, command, env())
    steps.push(performance.now() - before)
    call = goesOn(next, pack)
    const looked = performance.now()
    view(call.state, pack, START + 60_000)
    views.push(performance.now() - looked)
  }
  return { steps, views }
}

/** So many commands, each of them open where it comes. */
function rehearse(pack: CompiledPack, count: number): readonly Command[] {
  const commands: Command[] = []
  let call = begin(pack)
  for (const pick of numbers()) {
    if (commands.length >= count) break
    const command = choose(call, pick)
    commands.push(command)
    call = goesOn(advance(call, command, env()), pack)
  }
  return commands
}

/** The call after a step, or a new one where it was refused or has become long. */
function goesOn(next: Advanced, pack: CompiledPack): Call {
  return next.ok && next.call.events.length < 200 ? next.call : begin(pack)
}

function step(call: Call, pick: number): Call | undefined {
  const advanced = advance(call, choose(call, pick), env())
  return advanced.ok ? advanced.call : undefined
}

function choose(call: Call, pick: number): Command {
  const scenarios = Object.keys(call.pack.scenarios)
  const opening: Command = { type: 'StartScenario', scenario: scenarios[pick % scenarios.length] ?? '' }
  const options = [...commandsAt(view(call.state, call.pack, START)), ...(pick % 11 === 0 ? [opening] : [])]
  return options[pick % options.length] ?? opening
}

function begin(pack: CompiledPack): Call {
  return startCall(pack, { type: 'StartCall', call: 'bench', channel: 'phone', profile: { surname: '王', title: 'ms' } }, env()).call
}

let ids = 0
function env() {
  return { now: START, newId: () => `bench-${++ids}` }
}

/** A fixed sequence that looks random (a linear congruential generator), so that two runs measure the same calls. */
function* numbers(): Generator<number> {
  for (let n = 42; ; ) {
    n = (n * 1_103_515_245 + 12_345) % 2_147_483_648
    yield n >> 8
  }
}

/** @param runs how often it is done */
export function time(runs: number, work: () => unknown): Timing {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const before = performance.now()
    work()
    times.push(performance.now() - before)
  }
  return timing(times)
}

/** @param times milliseconds, in any order */
export function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    p50: round(percentile(sorted, 0.5)),
    p95: round(percentile(sorted, 0.95)),
    p98: round(percentile(sorted, 0.98)),
    p99: round(percentile(sorted, 0.99)),
    runs: sorted.length,
  }
}

/** The value that a share of the sorted values does not exceed. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** KiB with one decimal. */
export function kib(bytes: number): number {
  return Math.round((bytes / 1024) * 10) / 10
}
