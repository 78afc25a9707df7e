import { factChoices } from '../../core/forms/fact-choices.ts'
import { CELLS, MOMENTS } from '../../core/forms/form-facts.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { CLASSIFICATION } from '../../core/standing.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { AuthoredField, AuthoredForm } from '../forms/form-schema.ts'
import type { Placed } from '../read-pack.ts'
import { type Path, suggest } from '../source-file.ts'
import type { Check } from './check.ts'

export const forms: Check = {
  id: 'form',
  description:
    'Each form can be filled in and printed: every field has an id of its own, stands on a copy, and takes what the call fills it with.',
  run: ({ pack, authored }) =>
    authored.forms.flatMap((form) => [...namesIn(pack, form), ...twice(form), ...copies(form), ...fields(pack, form)]),
}

type Report = (path: Path, message: string, tip: string) => Diagnostic

function reporter({ file }: Placed<AuthoredForm>, rule = 'form'): Report {
  return (path, message, tip) => file.report(path, rule, message, tip)
}

/** Classes and copies that do not exist; scenarios and sources are looked up while the pack is linked. */
function namesIn({ rules }: CompiledPack, form: Placed<AuthoredForm>): Diagnostic[] {
  const report = reporter(form, 'unknown-name')
  const { when, sections, copies } = form.value
  const output = rules[CLASSIFICATION]?.outputs.class
  const classes = output?.type === 'choice' ? Object.keys(output.choices) : []
  const known = copies?.map(({ id }) => id) ?? []
  return [
    ...(when.classes ?? []).flatMap((id, i) =>
      classes.includes(id) ? [] : [report(['when', 'classes', i], `there is no class “${id}”`, suggest(id, classes))],
    ),
    ...sections.flatMap((section, i) =>
      (section.copies ?? []).flatMap((id, j) =>
        known.includes(id) ? [] : [report(['sections', i, 'copies', j], `there is no copy “${id}”`, suggest(id, known))],
      ),
    ),
  ]
}

function twice(form: Placed<AuthoredForm>): Diagnostic[] {
  const { sections, copies = [] } = form.value
  const report = reporter(form)
  const tip = 'What is filled in is kept by its id: give each one of its own.'
  const again = (placed: readonly { readonly id: string; readonly path: Path }[], what: string) =>
    placed.flatMap(({ id, path }, i) =>
      placed.findIndex((each) => each.id === id) < i ? [report(path, `there are two ${what} “${id}”`, tip)] : [],
    )
  return [
    ...again(
      copies.map(({ id }, i) => ({ id, path: ['copies', i, 'id'] })),
      'copies',
    ),
    ...again(
      sections.map(({ id }, i) => ({ id, path: ['sections', i, 'id'] })),
      'sections',
    ),
    ...again(
      sections.flatMap(({ fields }, i) => fields.map(({ id }, j) => ({ id, path: ['sections', i, 'fields', j, 'id'] }))),
      'fields',
    ),
  ]
}

/** A field that must be filled in and is printed nowhere, and a copy with nothing on it. */
function copies(form: Placed<AuthoredForm>): Diagnostic[] {
  const { sections, copies = [] } = form.value
  const report = reporter(form)
  return [
    ...sections.flatMap(({ copies: on, fields }, i) =>
      on?.length === 0
        ? fields.flatMap(({ id, required }, j) =>
            required
              ? [
                  report(
                    ['sections', i, 'fields', j],
                    `“${id}” is required and stands on no copy`,
                    'Name the copies of its section, or leave them out for all.',
                  ),
                ]
              : [],
          )
        : [],
    ),
    ...copies.flatMap(({ id }, i) =>
      sections.some(({ copies: on }) => on?.includes(id) ?? true)
        ? []
        : [report(['copies', i], `nothing stands on copy “${id}”`, 'Put a section on it, or take it out.')],
    ),
  ]
}

function fields(pack: CompiledPack, form: Placed<AuthoredForm>): Diagnostic[] {
  const report = reporter(form)
  return form.value.sections.flatMap(({ fields }, i) =>
    fields.flatMap((field, j) =>
      [...choiceFaults(pack, field), ...rowFaults(field), ...timeFaults(field)].map(({ at, message, tip }) =>
        report(['sections', i, 'fields', j, ...at], message, tip),
      ),
    ),
  )
}

interface Fault {
  readonly at: Path
  readonly message: string
  readonly tip: string
}

function choiceFaults(pack: CompiledPack, { id, kind, choices, from }: AuthoredField): Fault[] {
  if (kind !== 'choice')
    return choices
      ? [{ at: ['choices'], message: `“${id}” has choices and is no choice`, tip: 'Make its kind “choice”, or take them out.' }]
      : []
  const given = from && factChoices(pack, from)
  const own = Object.keys(choices ?? given ?? {})
  if (own.length < 2)
    return [
      {
        at: choices ? ['choices'] : ['kind'],
        message: `“${id}” is a choice without choices`,
        tip: 'Give it two or more, or a fact that is one of several: “from: satisfaction”.',
      },
    ]
  if (from && !given)
    return [{ at: ['from'], message: `“${from}” is words and no choice`, tip: 'Make the field a text, or take “from” out.' }]
  const odd = Object.keys(given ?? {}).find((each) => !own.includes(each))
  return odd
    ? [
        {
          at: ['choices'],
          message: `“${from}” can be “${odd}”, which “${id}” cannot take`,
          tip: 'Leave the choices out: those of the fact stand then.',
        },
      ]
    : []
}

function rowFaults({ id, kind, columns, from }: AuthoredField): Fault[] {
  if (kind !== 'rows')
    return columns ? [{ at: ['columns'], message: `“${id}” has columns and no rows`, tip: 'Make its kind “rows”, or take them out.' }] : []
  if (!columns) return [{ at: ['kind'], message: `“${id}” has rows without columns`, tip: 'Name the head of each column.' }]
  if (!from) return []
  const cells = CELLS[from]
  if (cells === columns.length) return []
  return [
    {
      at: cells === undefined ? ['from'] : ['columns'],
      message:
        cells === undefined
          ? `“${from}” is words and no rows`
          : `a row of “${from}” has ${cells} cells and “${id}” ${columns.length} columns`,
      tip:
        cells === undefined ? 'Make the field a text, or take “from” out.' : 'Name as many columns as there are cells: see docs/packs.md.',
    },
  ]
}

function timeFaults({ kind, from }: AuthoredField): Fault[] {
  return kind === 'time' && from && !MOMENTS.includes(from)
    ? [{ at: ['from'], message: `“${from}” is no moment`, tip: `A time is filled with one of: ${MOMENTS.join(', ')}.` }]
    : []
}
