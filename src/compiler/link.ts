import { createHash } from 'node:crypto'
import type { Calendar } from '../core/calendar/calendar.ts'
import type { ConcessionLadder, Rung } from '../core/concession-ladder.ts'
import { slotsIn } from '../core/lines.ts'
import type {
  Choice,
  CompiledPack,
  Hint,
  Line,
  ListeningRules,
  Machine,
  MachineState,
  Move,
  RequirementId,
  Say,
  Step,
  Title,
  Transition,
  Trigger,
  Within,
} from '../core/pack.ts'
import type { SelfCheck } from '../core/self-check.ts'
import { type Act, BLUEPRINT, CHANNELS, CHECKPOINTS, type Channel, STAGES, type Stage } from '../core/vocabulary.ts'
import type { AuthoredCalendar } from './calendar-schema.ts'
import type { AuthoredLadder } from './concession-schema.ts'
import type { Diagnostic } from './diagnostics.ts'
import { linkForm } from './forms/link-form.ts'
import { pinyinOf } from './pinyin.ts'
import type { AuthoredFiles, Placed } from './read-pack.ts'
import { type Lists, linkRule } from './rules/link-rule.ts'
import type { AuthoredJourney, AuthoredLine, AuthoredPack, AuthoredScenario, AuthoredState, Duration, LineDefaults } from './schema.ts'
import type { AuthoredSelfChecks } from './self-checks-schema.ts'
import { type Path, type SourceFile, suggest } from './source-file.ts'

/** Acts that propose or commit to something, so that acknowledgement must come before them. */
export const SOLVING: readonly Act[] = ['offer-options', 'firm-position', 'commit-deadline', 'confirm-agreement']

/** Resolves every name, and makes one plain object of what the authors wrote in many files. */
export function link(authored: AuthoredFiles, pack: Placed<AuthoredPack>, found: Diagnostic[]): CompiledPack {
  const names = new Names(authored, found)
  const source = pack.value
  const lines = Object.fromEntries([...authored.lines].map(([id, line]) => [id, linkLine(id, line, source, names)]))
  const machines = Object.fromEntries(
    [...authored.journeys, ...authored.scenarios].map((machine) => [machine.value.id, linkMachine(machine, lines, names)]),
  )
  const rules = Object.fromEntries(
    authored.rules.map((rule) => {
      for (const [i, row] of rule.value.rows.entries()) names.all('source', row.source, rule.file, ['rows', i, 'source'])
      names.all('source', rule.value.otherwise?.source ?? [], rule.file, ['otherwise', 'source'])
      return [rule.value.id, linkRule(rule, listsOf(authored, source), found)]
    }),
  )
  const profile = {
    titles: source.profile.titles.map(choiceOf),
    tiers: source.profile.tiers.map(choiceOf),
    brands: source.profile.brands.map(choiceOf),
  }
  const { file } = pack

  const linked: Omit<CompiledPack, 'hash'> = {
    id: source.id,
    title: source.title,
    version: source.version,
    edition: source.edition,
    stages: stagesOf(pack, found),
    blueprint: BLUEPRINT,
    checkpoints: mapValues(source.checkpoints, (checkpoint, id) => {
      names.all('source', checkpoint.source, file, ['checkpoints', id, 'source'])
      const stage = STAGES.find((each) => source.stages[each]?.checkpoint === id) ?? 'care'
      return { title: checkpoint.title, word: checkpoint.word, stage, needs: checkpoint.needs, source: checkpoint.source }
    }),
    requirements: mapValues(source.requirements, (requirement, id) => {
      names.all('line', requirement.say, file, ['requirements', id, 'say'])
      names.all('step', requirement.steps ?? [], file, ['requirements', id, 'steps'])
      return { title: requirement.title, acts: requirement.acts ?? [], steps: requirement.steps ?? [], say: requirement.say }
    }),
    tempers: mapValues(source.tempers, (card, level) => {
      names.all('line', card.say, file, ['tempers', level, 'say'])
      names.all('step', card.do, file, ['tempers', level, 'do'])
      names.all('swap', card.avoid, file, ['tempers', level, 'avoid'])
      return { title: titleOf(card), say: card.say, do: card.do, avoid: card.avoid }
    }),
    roles: source.roles.map((role) => ({ id: role.id, title: titleOf(role) })),
    promises: mapValues(source.promises, (promise, id) => {
      names.all('source', promise.source, file, ['promises', id, 'source'])
      names.all('line', promise.nudge ?? [], file, ['promises', id, 'nudge'])
      if (promise.authority) names.one('role', promise.authority, file, ['promises', id, 'authority'])
      return {
        id,
        what: promise.what,
        within: withinOf(promise.within),
        warn: msOf(promise.warn),
        authority: promise.authority ?? '',
        ...(promise.refunds ? { refunds: promise.refunds } : {}),
        ...(promise.byClass ? { byClass: promise.byClass } : {}),
        ...(promise.beyond
          ? {
              beyond: {
                say: names.all('line', promise.beyond.say, file, ['promises', id, 'beyond', 'say']),
                do: names.all('step', promise.beyond.do, file, ['promises', id, 'beyond', 'do']),
              },
            }
          : {}),
        nudge: promise.nudge ?? [],
        source: promise.source,
      }
    }),
    slots: mapValues(source.slots, (slot, id) => ({
      id,
      fallback: slot.fallback ?? '',
      ...(slot.needed ? { needed: slot.needed } : {}),
      ...(slot.form ? { form: slot.form } : {}),
      sample: slot.sample,
      account: slot.account ?? false,
    })),
    profile,
    moves: Object.fromEntries(
      [...authored.moves].map(([id, { value, file: at, path }]): [string, Move] => {
        if (value.grants) names.one('role', value.grants, at, [...path, 'grants'])
        for (const [bound, role] of Object.entries(value.settles ?? {})) names.one('role', role, at, [...path, 'settles', bound])
        return [
          id,
          {
            id,
            title: titleOf(value),
            by: value.by,
            kind: value.kind,
            signals: value.signals ?? [],
            ...(value.temper ? { temper: value.temper } : {}),
            ...(value.grants ? { grants: value.grants } : {}),
            ...(value.settles ? { settles: value.settles } : {}),
            ...(value.means ? { means: value.means } : {}),
          },
        ]
      }),
    ),
    steps: Object.fromEntries(
      [...authored.steps].map(([id, { value }]): [string, Step] => [
        id,
        {
          id,
          title: titleOf(value),
          acts: value.acts ?? [],
          identifies: value.identifies ?? false,
          account: value.account ?? false,
          ...(value.how ? { how: value.how } : {}),
        },
      ]),
    ),
    hints: Object.fromEntries(
      [...authored.hints].map(([id, { value, file: at, path }]): [string, Hint] => {
        const { stages = [], tempers = [], scenarios = [], source } = value
        names.all('source', source, at, [...path, 'source'])
        names.all('scenario', scenarios, at, [...path, 'scenarios'])
        return [id, { id, text: titleOf(value), stages, tempers, scenarios, source }]
      }),
    ),
    swaps: Object.fromEntries(
      [...authored.swaps].map(([id, { value, file: at, path }]) => {
        names.all('source', value.source, at, [...path, 'source'])
        return [id, { id, ...value }]
      }),
    ),
    lines,
    listening: listeningOf(source.listening),
    fallbackLines: names.all('line', source.fallbackLines, file, ['fallbackLines']),
    ...(source.broken
      ? {
          broken: {
            say: names.all('line', source.broken.say, file, ['broken', 'say']),
            do: names.all('step', source.broken.do, file, ['broken', 'do']),
            avoid: names.all('swap', source.broken.avoid, file, ['broken', 'avoid']),
          },
        }
      : {}),
    machines,
    journeys: journeysOf(authored, pack, found),
    scenarios: Object.fromEntries(authored.scenarios.map((scenario) => [scenario.value.id, linkScenario(scenario, authored, names)])),
    ...(authored.calendar ? { calendar: calendarOf(authored.calendar.value) } : {}),
    ...(authored.selfChecks ? { selfChecks: selfChecksOf(authored.selfChecks, names) } : {}),
    rules,
    ...formsOf(authored, { rules, profile }, names),
    ...(authored.ladders.size > 0
      ? { concessions: [...authored.ladders].map(([id, ladder]) => linkLadder(id, ladder, authored, names)) }
      : {}),
    documents: source.documents,
    sources: Object.fromEntries(
      [...authored.sources].map(([id, { value, file: at, path }]) => {
        names.one('document', value.document, at, [...path, 'document'])
        return [id, { id, ...value }]
      }),
    ),
  }
  return { ...linked, hash: hashOf(linked) }
}

function calendarOf({ hours, years }: AuthoredCalendar): Calendar {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return {
    hours: { from: minutes(hours.from), to: minutes(hours.to) },
    years: mapValues(years, ({ published, holidays, makeUp }) => ({
      published,
      holidays: holidays.map((holiday) => ({ title: titleOf(holiday), from: holiday.from, to: holiday.to })),
      makeUp,
    })),
  }
}

function selfChecksOf({ value, file }: Placed<AuthoredSelfChecks>, names: Names): readonly SelfCheck[] {
  const lists = [
    ['week', 'weekly'],
    ['month', 'monthly'],
  ] as const
  return lists.flatMap(([every, list]) =>
    value[list].map((check, i) => {
      names.all('source', check.source, file, [list, i, 'source'])
      const { id, look, finds = [], source } = check
      return { id, every, title: titleOf(check), look, finds, source }
    }),
  )
}

/** The forms in the order in which a call is written up on them. */
function formsOf({ forms }: AuthoredFiles, pack: Pick<CompiledPack, 'rules' | 'profile'>, names: Names): Pick<CompiledPack, 'forms'> {
  if (forms.length === 0) return {}
  const ordered = [...forms].sort((a, b) => a.value.order - b.value.order)
  return {
    forms: Object.fromEntries(
      ordered.map((form) => {
        const { id, source, when } = form.value
        names.all('source', source, form.file, ['source'])
        names.all('scenario', when.scenarios ?? [], form.file, ['when', 'scenarios'])
        return [id, linkForm(form, pack)]
      }),
    ),
  }
}

const CHANNEL_TITLES: Readonly<Record<Channel, Title>> = { phone: { zh: '电话', en: 'Phone' }, hall: { zh: '营业厅', en: 'Hall' } }

/** What tables may choose from. */
function listsOf({ scenarios }: AuthoredFiles, { roles, profile }: AuthoredPack): Lists {
  const titled = (choices: readonly { readonly id: string; readonly zh: string; readonly en: string }[]) =>
    Object.fromEntries(choices.map((choice) => [choice.id, titleOf(choice)]))
  return {
    role: titled(roles),
    tier: titled(profile.tiers),
    brand: titled(profile.brands),
    channel: CHANNEL_TITLES,
    scenario: Object.fromEntries(scenarios.map(({ value }) => [value.id, value.title])),
  }
}

type Kind = 'line' | 'step' | 'move' | 'swap' | 'source' | 'role' | 'scenario' | 'promise' | 'slot' | 'tier' | 'brand' | 'document'

/** Every name that a pack defines; asking for one that it doesn't is reported where it was written. */
class Names {
  readonly #known: Readonly<Record<Kind, ReadonlySet<string>>>
  readonly #broken: ReadonlySet<string>
  readonly #found: Diagnostic[]

  constructor(authored: AuthoredFiles, found: Diagnostic[]) {
    const pack = authored.pack?.value
    this.#broken = authored.broken
    this.#found = found
    this.#known = {
      line: new Set(authored.lines.keys()),
      step: new Set(authored.steps.keys()),
      move: new Set(authored.moves.keys()),
      swap: new Set(authored.swaps.keys()),
      source: new Set(authored.sources.keys()),
      document: new Set(Object.keys(pack?.documents ?? {})),
      role: new Set(pack?.roles.map((role) => role.id)),
      scenario: new Set(authored.scenarios.map((scenario) => scenario.value.id)),
      promise: new Set(Object.keys(pack?.promises ?? {})),
      slot: new Set(Object.keys(pack?.slots ?? {})),
      tier: new Set(pack?.profile.tiers.map((choice) => choice.id)),
      brand: new Set(pack?.profile.brands.map((choice) => choice.id)),
    }
  }

  one(kind: Kind, name: string, file: SourceFile, path: Path): boolean {
    if (this.#known[kind].has(name)) return true
    if (!this.#broken.has(name))
      this.#found.push(file.report(path, 'unknown-name', `there is no ${kind} “${name}”`, suggest(name, this.#known[kind])))
    return false
  }

  /** The names among `list` that are known. */
  all(kind: Kind, list: readonly string[], file: SourceFile, path: Path): string[] {
    return list.filter((name, i) => this.one(kind, name, file, [...path, i]))
  }

  report(diagnostic: Diagnostic): void {
    this.#found.push(diagnostic)
  }
}

function linkLine(id: string, { value, file, path }: Placed<AuthoredLine & LineDefaults>, pack: AuthoredPack, names: Names): Line {
  const promises = value.promise === undefined ? [] : [value.promise].flat()
  names.all('promise', promises, file, [...path, 'promise'])
  names.all('source', value.source, file, [...path, 'source'])
  const wordings = [...value.say, value.short]
  const slots = wordings.flatMap(slotsIn)
  for (const slot of new Set(slots)) names.one('slot', slot, file, path)
  return {
    id,
    purpose: value.purpose,
    say: value.say,
    short: value.short,
    acts: value.acts,
    promises,
    account: (value.account ?? false) || slots.some((slot) => pack.slots[slot]?.account),
    source: value.source,
    edition: value.edition,
    status: value.status,
    approved: value.approved,
    ...(value.expires ? { expires: value.expires } : {}),
    at: file.at(path),
    ...pinyinOf([...wordings, value.purpose.zh].join(' ').replace(/\{[a-z]+\}/g, '')),
  }
}

function linkMachine(placed: Placed<AuthoredJourney | AuthoredScenario>, lines: CompiledPack['lines'], names: Names): Machine {
  const { value, file } = placed
  names.all('source', value.source, file, ['source'])
  const stateIds = Object.keys(value.states)
  if (!stateIds.includes(value.entry))
    names.report(file.report(['entry'], 'unknown-name', `there is no state “${value.entry}”`, suggest(value.entry, stateIds)))
  return {
    id: value.id,
    title: value.title,
    entry: value.entry,
    at: file.at([]),
    states: Object.fromEntries(stateIds.map((id) => [id, linkState(id, value.states[id] ?? {}, stateIds, file, lines, names)])),
  }
}

function linkState(
  id: string,
  state: AuthoredState,
  stateIds: readonly string[],
  file: SourceFile,
  lines: CompiledPack['lines'],
  names: Names,
): MachineState {
  const path = ['states', id]
  const say = saysOf(state.say ?? [], file, [...path, 'say'], names)
  const own = state.requires ?? []
  return {
    id,
    at: file.at(path),
    stage: state.stage ?? (state.outcome ? 'follow-up' : 'contact'),
    say,
    do: names.all('step', state.do ?? [], file, [...path, 'do']),
    avoid: names.all('swap', state.avoid ?? [], file, [...path, 'avoid']),
    requires: [...new Set([...own, ...impliedBy(say, lines)])],
    on: Object.entries(state.on ?? {}).flatMap(([key, branches]) => {
      const trigger = triggerOf(key, file, [...path, 'on', key], names)
      return trigger
        ? [branches]
            .flat()
            .map((each, i) =>
              transitionOf(trigger, each, stateIds, file, [...path, 'on', key, ...(Array.isArray(branches) ? [i] : [])], names),
            )
        : []
    }),
    ...(state.outcome
      ? { final: { outcome: state.outcome, next: state.then ?? 'back', ...(state.reason ? { reason: state.reason } : {}) } }
      : {}),
  }
}

/** What a state's lines ask for by themselves: identity before account data, acknowledgement before a solution. */
function impliedBy(says: readonly Say[], lines: CompiledPack['lines']): RequirementId[] {
  const own = says.flatMap((say) => lines[say.line] ?? [])
  const implied: RequirementId[] = []
  if (own.some((line) => line.account)) implied.push('identity')
  if (own.some((line) => line.acts.some((act) => SOLVING.includes(act)))) implied.push('acknowledged')
  return implied
}

function saysOf(authored: NonNullable<AuthoredState['say']>, file: SourceFile, path: Path, names: Names): Say[] {
  return authored.flatMap((entry, i): Say[] => {
    const { line, when } = typeof entry === 'string' ? { line: entry, when: undefined } : entry
    if (!names.one('line', line, file, [...path, i])) return []
    names.all('tier', when?.tier ?? [], file, [...path, i, 'when', 'tier'])
    names.all('brand', when?.brand ?? [], file, [...path, i, 'when', 'brand'])
    if (!when) return [{ line }]
    const { channel, brand, tier, temper } = when
    return [
      {
        line,
        when: { ...(channel ? { channel } : {}), ...(brand ? { brand } : {}), ...(tier ? { tier } : {}), ...(temper ? { temper } : {}) },
      },
    ]
  })
}

function triggerOf(key: string, file: SourceFile, path: Path, names: Names): Trigger | undefined {
  if (key === 'said') return { type: 'said' }
  if (key.startsWith('step.')) {
    const step = key.slice('step.'.length)
    return names.one('step', step, file, path) ? { type: 'step', step } : undefined
  }
  return names.one('move', key, file, path) ? { type: 'move', move: key } : undefined
}

type AuthoredBranch =
  | string
  | { to?: string | undefined; start?: string | undefined; seen?: string | undefined; times?: number | undefined }

function transitionOf(
  trigger: Trigger,
  branch: AuthoredBranch,
  stateIds: readonly string[],
  file: SourceFile,
  path: Path,
  names: Names,
): Transition {
  const { to, start, seen, times } =
    typeof branch === 'string' ? { to: branch, start: undefined, seen: undefined, times: undefined } : branch
  for (const state of [to, seen]) {
    if (state !== undefined && !stateIds.includes(state))
      names.report(file.report(path, 'unknown-name', `there is no state “${state}”`, suggest(state, stateIds)))
  }
  if (start) names.one('scenario', start, file, path)
  return {
    trigger,
    ...(to !== undefined && stateIds.includes(to) ? { to } : {}),
    ...(start ? { start } : {}),
    ...(seen !== undefined && times !== undefined ? { when: { seen, times } } : {}),
  }
}

function linkScenario({ value, file }: Placed<AuthoredScenario>, authored: AuthoredFiles, names: Names): CompiledPack['scenarios'][string] {
  const journeyStates = new Set(authored.journeys.flatMap((journey) => Object.keys(journey.value.states)))
  for (const state of Object.keys(value.closing ?? {})) {
    if (!journeyStates.has(state))
      names.report(file.report(['closing', state], 'unknown-name', `no journey has a state “${state}”`, suggest(state, journeyStates)))
  }
  return {
    id: value.id,
    title: value.title,
    group: value.group,
    summary: value.summary,
    channels: value.channels ?? CHANNELS,
    ...(value.interrupts ? { interrupts: value.interrupts } : {}),
    source: value.source,
    cues: { signals: value.cues.signals ?? [], examples: value.cues.examples, unlike: value.cues.unlike ?? [] },
    closing: Object.fromEntries(
      Object.entries(value.closing ?? {}).map(([state, says]) => [state, saysOf(says, file, ['closing', state], names)]),
    ),
  }
}

function linkLadder(
  id: string,
  { value, file, path }: Placed<AuthoredLadder>,
  { scenarios }: AuthoredFiles,
  names: Names,
): ConcessionLadder {
  const { line, when, after, source } = value.stop
  names.one('line', line, file, [...path, 'stop', 'line'])
  return {
    id,
    title: value.title,
    scenarios: value.scenarios.flatMap((named, i) => {
      const { scenario, from } = typeof named === 'string' ? { scenario: named, from: [] } : named
      const at = [...path, 'scenarios', i]
      if (!names.one('scenario', scenario, file, at)) return []
      const states = Object.keys(scenarios.find((each) => each.value.id === scenario)?.value.states ?? {})
      for (const state of from) {
        if (!states.includes(state)) names.report(file.report(at, 'unknown-name', `there is no state “${state}”`, suggest(state, states)))
      }
      return [{ scenario, from }]
    }),
    rungs: value.rungs.map((rung, i) => linkRung(id, rung, file, [...path, 'rungs', i], names)),
    stop: { line, when, after, source: names.all('source', source, file, [...path, 'stop', 'source']) },
  }
}

function linkRung(ladder: string, rung: AuthoredLadder['rungs'][number], file: SourceFile, path: Path, names: Names): Rung {
  const { id, by, when, offer, also = [], refused = '', promise, source } = rung
  names.one('role', by, file, [...path, 'by'])
  names.one('line', offer, file, [...path, 'offer'])
  if (refused) names.one('line', refused, file, [...path, 'refused'])
  if (promise) names.one('promise', promise, file, [...path, 'promise'])
  return {
    id: `${ladder}.${id}`,
    title: titleOf(rung),
    by,
    when,
    offer,
    also: names.all('line', also, file, [...path, 'also']),
    refused,
    ...(promise ? { promise } : {}),
    source: names.all('source', source, file, [...path, 'source']),
  }
}

function stagesOf({ value, file }: Placed<AuthoredPack>, found: Diagnostic[]): CompiledPack['stages'] {
  const stages = {} as Record<Stage, CompiledPack['stages'][Stage]>
  for (const id of STAGES) {
    const stage = value.stages[id]
    if (!stage) {
      found.push(
        file.report(
          ['stages'],
          'shape',
          `stage “${id}” is missing`,
          `Every stage of both blueprints has a title and a weight: ${STAGES.join(', ')}.`,
        ),
      )
      continue
    }
    stages[id] = {
      title: titleOf(stage),
      weight: stage.weight,
      requires: stage.requires ?? [],
      ...(stage.checkpoint ? { checkpoint: stage.checkpoint } : {}),
    }
  }
  for (const id of CHECKPOINTS) {
    if (!STAGES.some((stage) => value.stages[stage]?.checkpoint === id)) {
      found.push(
        file.report(['stages'], 'shape', `no stage carries checkpoint “${id}”`, 'Each of the two peaks and the end belongs to one stage.'),
      )
    }
  }
  return stages
}

function journeysOf(authored: AuthoredFiles, { file }: Placed<AuthoredPack>, found: Diagnostic[]): CompiledPack['journeys'] {
  for (const channel of CHANNELS) {
    if (!authored.journeys.some((journey) => journey.value.id === channel) && !authored.broken.has(channel)) {
      found.push(file.report([], 'shape', `there is no journey for channel “${channel}”`, `Write stages/${channel}.yaml.`))
    }
  }
  return Object.fromEntries(CHANNELS.map((channel) => [channel, channel])) as Record<Channel, string>
}

function hashOf(pack: object): string {
  // Where something was written is for reviewers; moving a line about doesn't make another pack.
  const content = JSON.stringify(pack, (key, value: unknown) => (key === 'at' ? undefined : value))
  return createHash('sha256').update(content).digest('hex')
}

function withinOf(duration: Duration): Within {
  return duration.workingDays === undefined ? { ms: msOf(duration) } : { workingDays: duration.workingDays }
}

function msOf({ seconds = 0, minutes = 0, hours = 0, workingDays = 0 }: Duration): number {
  return ((workingDays * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000
}

/** For a pack that says nothing about listening: cautious, and asked at most four times in five minutes. */
const LISTENING: NonNullable<AuthoredPack['listening']> = {
  apply: { signal: 0.8, move: 0.8, scenario: 0.9 },
  ask: { signal: 0.5, move: 0.5, scenario: 0.6 },
  budget: { asks: 4, within: { minutes: 5 } },
  lapse: { seconds: 25 },
  again: { minutes: 1 },
}

function listeningOf({ apply, ask, budget, lapse, again }: NonNullable<AuthoredPack['listening']> = LISTENING): ListeningRules {
  return { apply, ask, budget: { asks: budget.asks, within: msOf(budget.within) }, lapse: msOf(lapse), again: msOf(again) }
}

function titleOf({ zh, en }: Title): Title {
  return { zh, en }
}

function choiceOf(choice: Title & { id: string }): Choice {
  return { id: choice.id, title: titleOf(choice) }
}

function mapValues<K extends string, V, W>(record: Readonly<Record<K, V>>, to: (value: V, key: K) => W): Record<K, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value as V, key as K)])) as Record<K, W>
}
