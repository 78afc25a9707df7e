import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { EVERYDAY_PLACES } from '../../core/drill/everyday.ts'
import { REACTIONS } from '../../core/drill/persona.ts'
import type { CompiledPack, MoveKind } from '../../core/pack.ts'
import type { Act, Channel } from '../../core/vocabulary.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { PackFolder, Placed } from '../read-pack.ts'
import { SourceFile, suggest } from '../source-file.ts'
import { type AuthoredPersona, personaSchema } from './persona-schema.ts'

/** How many ways each move has, so that two runs do not sound alike. */
const FEWEST_UTTERANCES = 8
const FEWEST_TELLS = 3
/** Longer than this nobody says in one go. */
const LONGEST = 70
/** Short words are everybody's: two customers may share them. */
const SHARED = 6
/** So many ways at least to resist, soften and so on: a customer who only ever does one thing is no drill. */
const FEWEST_MOVES: readonly (readonly [readonly MoveKind[], number])[] = [
  [['softens'], 2],
  [['resists'], 2],
  [['escalates', 'resists'], 3],
]
/** What a customer can get out of a call, beside being understood. */
const RESULTS: readonly Act[] = ['explain-cause', 'offer-options', 'firm-position', 'commit-deadline', 'care']

/** Reads the personas of a pack; faults of form are added to `found`. */
export function readPersonas(folder: PackFolder, found: Diagnostic[]): readonly Placed<AuthoredPersona>[] {
  const drills = join(folder.scenarios, 'drills')
  if (!existsSync(drills)) return []
  const names = readdirSync(drills).filter((name) => name.endsWith('.yaml') && !RULES.has(name))
  return names.sort().flatMap((name) => {
    const path = join(drills, name)
    const file = SourceFile.open(relative(folder.root, path), readFileSync(path, 'utf8'))
    found.push(...file.diagnostics)
    const value = file.diagnostics.length > 0 ? undefined : file.parse(personaSchema, [], found)
    if (!value) return []
    if (value.id !== basename(name, '.yaml'))
      found.push(file.report(['id'], 'place', `${name} holds the persona “${value.id}”`, 'A persona stands in a file named for its id.'))
    return [{ value, file, path: [] }]
  })
}

/** Files of the folder that are no personas. */
const RULES: ReadonlySet<string> = new Set(['levels.yaml', 'scoring.yaml', 'trainees.yaml', 'everyday.yaml'])

/**
 * Whether personas can be played: names resolve, every move has its utterances, and nothing is said twice.
 *
 * @param complete whether every scenario must have somebody who plays it
 * @param questions what anybody is asked, by id
 */
export function checkPersonas(
  placed: readonly Placed<AuthoredPersona>[],
  pack: CompiledPack,
  { complete, questions }: { readonly complete: boolean; readonly questions: readonly string[] },
): Diagnostic[] {
  const spoken = new Map<string, Placed<AuthoredPersona>>()
  const found = placed.flatMap((each) => [...checkPersona(each, pack, spoken), ...checkAnswers(each, questions)])
  const played = new Set(placed.map(({ value }) => value.scenario))
  const [first] = placed
  const missing = complete && first ? Object.keys(pack.scenarios).filter((id) => !played.has(id)) : []
  if (first && missing.length > 0)
    found.push(first.file.report([], 'drills', `nobody plays ${missing.join(', ')}`, 'Each scenario has a customer to practise with.'))
  return found
}

function checkPersona(
  { value, file }: Placed<AuthoredPersona>,
  pack: CompiledPack,
  spoken: Map<string, Placed<AuthoredPersona>>,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const report = (path: readonly (string | number)[], message: string, tip: string) =>
    void found.push(file.report(path.map(String), 'drills', message, tip))
  const scenarios = [value.scenario, ...(value.also ?? []), ...(value.turns ?? []).map(({ scenario }) => scenario)]
  for (const id of new Set(scenarios)) {
    const scenario = pack.scenarios[id]
    if (!scenario) report(['scenario'], `there is no scenario “${id}”`, suggest(id, Object.keys(pack.scenarios)))
    else if (!scenario.channels.includes(value.channel))
      report(['channel'], `“${id}” does not happen by ${value.channel}`, channelsOf(scenario.channels))
  }
  const { titles, tiers, brands } = pack.profile
  for (const [field, choices] of [
    ['title', titles],
    ['tier', tiers],
    ['brand', brands],
  ] as const) {
    const given = value.customer[field]
    if (given !== undefined && !choices.some(({ id }) => id === given))
      report(
        ['customer', field],
        `“${given}” is not a ${field} that a customer can have`,
        suggest(
          given,
          choices.map(({ id }) => id),
        ),
      )
  }
  const open = movesIn(pack, [...scenarios, pack.journeys[value.channel]])
  for (const [i, move] of value.truth.entries()) {
    if (pack.moves[move]?.by !== 'agent')
      report(
        ['truth', i],
        `“${move}” is nothing that an agent finds or decides`,
        suggest(
          move,
          open.filter((id) => pack.moves[id]?.by === 'agent'),
        ),
      )
    else if (!open.includes(move))
      report(
        ['truth', i],
        `“${move}” is asked neither in the scenario nor on the way`,
        'Take what the machine asks for: `evenkeel graph` draws it.',
      )
  }
  if (!value.needs.some((act) => RESULTS.includes(act)))
    report(['needs'], 'they need nothing to come of the call', `One of ${RESULTS.join(', ')} must be among their needs.`)
  const doubled = value.facts.find((fact, i) => value.facts.findIndex(({ id }) => id === fact.id) < i)
  if (doubled) report(['facts'], `there are two facts “${doubled.id}”`, 'Give each its own id.')
  if (!value.facts.some(({ told }) => !told))
    report(['facts'], 'nothing is left to ask for', 'At least one fact comes out only when it is asked for.')

  const say = (path: readonly (string | number)[], words: string) => {
    const length = [...words].length
    if (length > LONGEST) report(path, `${length} characters in one go: “${words}”`, `At most ${LONGEST}; people take breath.`)
    const already = spoken.get(words)
    if (already && (already.value.id === value.id || length > SHARED))
      report(path, `“${words}” is said at ${already.file.at(already.path)} already`, 'No two runs and no two customers should sound alike.')
    else spoken.set(words, { value, file, path: path.map(String) })
  }
  const list = (path: readonly (string | number)[], utterances: readonly string[], fewest: number) => {
    if (utterances.length < fewest)
      report(path, `${utterances.length} ways to say this`, `At least ${fewest}, so that two runs do not sound alike.`)
    for (const [i, words] of utterances.entries()) say([...path, i], words)
  }
  for (const [key, utterances] of Object.entries(value.says)) {
    list(['says', key], utterances, FEWEST_UTTERANCES)
    if (isReaction(key)) continue
    if (pack.moves[key]?.by !== 'customer')
      report(
        ['says', key],
        `“${key}” is nothing that a customer does`,
        suggest(
          key,
          open.filter((id) => pack.moves[id]?.by === 'customer'),
        ),
      )
    else if (!open.includes(key))
      report(['says', key], `“${key}” is not open anywhere in the scenario or on the way`, 'It would never be said.')
  }
  for (const [i, fact] of value.facts.entries()) {
    list(['facts', i, 'tells'], fact.tells, FEWEST_TELLS)
    if (!fact.words.some((word) => fact.ask.includes(word)))
      report(
        ['facts', i, 'ask'],
        `asking “${fact.ask}” would not be understood as asking for “${fact.id}”`,
        'It must have one of its words.',
      )
  }
  for (const [i, turn] of (value.turns ?? []).entries()) list(['turns', i, 'says'], turn.says, FEWEST_UTTERANCES)

  const kinds = Object.keys(value.says).flatMap((key) => pack.moves[key]?.kind ?? [])
  for (const [wanted, fewest] of FEWEST_MOVES) {
    const count = kinds.filter((kind) => wanted.includes(kind)).length
    if (count < fewest)
      report(['says'], `${count} moves that are ${wanted.join(' or ')}`, `At least ${fewest}: take them from the scenario's moves.`)
  }
  if (!value.says['customer.accepts']) report(['says'], 'they never accept anything', 'Every customer can say yes: `customer.accepts`.')
  return found
}

/** Their own answers are answers to something. */
function checkAnswers({ value, file }: Placed<AuthoredPersona>, questions: readonly string[]): Diagnostic[] {
  return Object.entries(value.answers ?? {}).flatMap(([id, texts]) => [
    ...placesIn(texts, file, ['answers', id]),
    ...(questions.includes(id)
      ? []
      : [file.report(['answers', id], 'drills', `“${id}” is nothing that everyday.yaml lets anybody be asked`, suggest(id, questions))]),
  ])
}

/** What is meant to stand for the customer's own, and does not. */
export function placesIn(texts: readonly string[], file: SourceFile, path: readonly string[]): Diagnostic[] {
  return texts.flatMap((text, i) =>
    [...text.matchAll(/\{\{(.*?)\}\}/g)].flatMap(([, name = '']) =>
      EVERYDAY_PLACES.some((place) => place === name)
        ? []
        : [file.report([...path, String(i)], 'drills', `nothing stands for {{${name}}}`, suggest(name, EVERYDAY_PLACES))],
    ),
  )
}

function isReaction(key: string): boolean {
  return REACTIONS.some((reaction) => reaction === key)
}

/** The moves that any of these machines answers to. */
function movesIn(pack: CompiledPack, machines: readonly string[]): readonly string[] {
  const states = machines.flatMap((id) => Object.values(pack.machines[id]?.states ?? {}))
  return [...new Set(states.flatMap(({ on }) => on.flatMap(({ trigger }) => (trigger.type === 'move' ? [trigger.move] : []))))]
}

function channelsOf(channels: readonly Channel[]): string {
  return `It happens by ${channels.join(' and ')}.`
}
