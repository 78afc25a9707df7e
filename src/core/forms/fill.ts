import type { FormFields } from '../events.ts'
import type { CompiledPack } from '../pack.ts'
import { type Standing, standingOf } from '../standing.ts'
import type { CallState } from '../state.ts'
import { type CallFacts, outcomeOf, scenariosIn } from './call-facts.ts'
import { factChoices } from './fact-choices.ts'
import { fieldsOf } from './fields.ts'
import type { Form, FormField } from './form.ts'
import { openPromises } from './promise-words.ts'

/** Ids of the forms that a call is to be written up on, in the order of the pack. Nothing in a pack that was published without any. */
export function formsFor(
  pack: CompiledPack,
  state: CallState,
  standing: Standing | undefined = standingOf(pack, state),
): readonly string[] {
  const classes = standing?.classes.map(({ id }) => id) ?? []
  const scenarios = scenariosIn(pack, state)
  const outcome = outcomeOf(pack, state)
  const owed = openPromises(pack, state).length > 0
  const isNeeded = ({ when }: Form) =>
    when.always ||
    (when.owed && owed) ||
    when.channels?.includes(state.channel) ||
    when.classes?.some((id) => classes.includes(id)) ||
    when.scenarios?.some((id) => scenarios.includes(id)) ||
    (outcome !== undefined && when.outcomes?.includes(outcome))
  return Object.values(pack.forms ?? {})
    .filter(isNeeded)
    .map(({ id }) => id)
}

/** What the call fills a form with by itself, by field. A choice holds its id; what cannot be known is left out. */
export function prefill(pack: CompiledPack, form: Form, facts: CallFacts): FormFields {
  return Object.fromEntries(
    fieldsOf(form).flatMap((field): [string, string][] => {
      const value = filledWith(pack, field, facts)
      return value ? [[field.id, value]] : []
    }),
  )
}

function filledWith(pack: CompiledPack, { kind, choices, from }: FormField, facts: CallFacts): string | undefined {
  const fact = from && facts[from]
  if (!from || !fact) return undefined
  switch (kind) {
    case 'choice':
      return Object.hasOwn(choices ?? {}, fact) ? fact : undefined
    case 'text':
    case 'long': {
      const words = factChoices(pack, from)
      // Rows are told as sentences here.
      return words ? words[fact]?.zh : fact.replace(/\t+/gu, '，').replace(/，+$/gmu, '')
    }
    case 'time':
    case 'rows':
      return fact
  }
}

/**
 * What stands on a form: what the agent has completed on top of what the call filled in. Personal values come from the page that they
 * were typed on and from nowhere else.
 */
export function completed(form: Form, prefilled: FormFields, stored: FormFields = {}, personal: FormFields = {}): FormFields {
  return Object.fromEntries(
    fieldsOf(form).flatMap((field): [string, string][] => {
      const value = (field.personal ? personal : stored)[field.id] ?? prefilled[field.id]
      return value === undefined ? [] : [[field.id, value]]
    }),
  )
}

/** The fields that a form is unfinished without, and that are empty. */
export function missing(form: Form, values: FormFields): readonly FormField[] {
  return fieldsOf(form).filter(({ id, required }) => required && (values[id] ?? '').trim() === '')
}

/** Whether a field tells who somebody is: its value is never stored. */
export function isPersonal(form: Form, id: string): boolean {
  return fieldsOf(form).some((field) => field.id === id && field.personal)
}
