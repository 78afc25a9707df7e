import type { Check, CheckContext } from './check.ts'

export const sourceCoverage: Check = {
  id: 'source-coverage',
  description: 'Every source is cited somewhere, or stands in deviations.yaml with the reason why not.',
  run: (context) => {
    const { authored } = context
    const cited = citedSources(context)
    const reasons = reasonedSources(context)
    return [
      ...[...authored.sources]
        .filter(([id]) => !cited.has(id) && !reasons.has(id))
        .map(([id, { file, path }]) =>
          file.report(
            path,
            'source-coverage',
            `“${id}” is neither cited nor reasoned away`,
            'Cite it where it is followed, or say in deviations.yaml why it is not.',
          ),
        ),
      ...authored.deviations.flatMap(({ value, file, path }) =>
        value.ids.flatMap((id, i) => {
          const named = expand(id, authored.sources.keys())
          if (named.length === 0)
            return [file.report([...path, 'ids', i], 'unknown-name', `there is no source “${id}”`, 'See sources.yaml for the ids.')]
          const settled = value.kind === 'pending' && !id.endsWith('.*') ? named.filter((each) => cited.has(each)) : []
          return settled.map((each) =>
            file.report([...path, 'ids', i], 'source-coverage', `“${each}” is pending here but cited already`, 'Take it off the list.'),
          )
        }),
      ),
    ]
  },
}

/** Every source id that content cites. */
export function citedSources({ authored, packFile }: CheckContext): ReadonlySet<string> {
  return new Set([
    ...[...authored.lines.values()].flatMap(({ value }) => value.source),
    ...[...authored.swaps.values()].flatMap(({ value }) => value.source),
    ...[...authored.hints.values()].flatMap(({ value }) => value.source),
    ...[...authored.journeys, ...authored.scenarios].flatMap(({ value }) => value.source),
    ...Object.values(packFile.value.promises).flatMap((promise) => promise.source),
    ...Object.values(packFile.value.checkpoints).flatMap((checkpoint) => checkpoint.source),
    ...Object.values(authored.selfChecks?.value ?? {}).flatMap((checks) => checks.flatMap(({ source }) => source)),
    ...[...authored.ladders.values()].flatMap(({ value: { rungs, stop } }) => [...rungs, stop].flatMap(({ source }) => source)),
    ...authored.rules.flatMap(({ value }) => [...value.rows, ...(value.otherwise ? [value.otherwise] : [])].flatMap((row) => row.source)),
    ...authored.forms.flatMap(({ value }) => value.source),
  ])
}

/** Source ids that deviations.yaml accounts for, with how. */
export function reasonedSources({ authored }: CheckContext): ReadonlyMap<string, 'deviates' | 'pending'> {
  return new Map(
    authored.deviations.flatMap(({ value }) =>
      value.ids.flatMap((id) => expand(id, authored.sources.keys()).map((each) => [each, value.kind] as const)),
    ),
  )
}

/** `tel.fee.*` stands for every id that begins so. */
export function expand(id: string, known: Iterable<string>): string[] {
  const prefix = id.endsWith('.*') ? id.slice(0, -1) : undefined
  return [...known].filter((each) => (prefix ? each.startsWith(prefix) : each === id))
}
