import type { Check } from './check.ts'

export const forbiddenWording: Check = {
  id: 'forbidden-wording',
  description: 'No approved wording, and no replacement, contains what the swaps forbid.',
  run: ({ authored }) => {
    const forbidden = [...authored.swaps].flatMap(([id, { value }]) => value.match.map((match) => ({ id, match, instead: value.instead })))
    return [
      ...[...authored.lines].flatMap(([id, { value, file, path }]) =>
        [...value.say, value.short].flatMap((wording, i) =>
          forbidden
            .filter(({ match }) => wording.includes(match))
            .map(({ id: swap, match, instead }) =>
              file.report(
                i < value.say.length ? [...path, 'say', i] : [...path, 'short'],
                'forbidden-wording',
                `“${id}” says “${match}”, which ${swap} forbids`,
                `Say instead: ${instead}`,
              ),
            ),
        ),
      ),
      ...[...authored.swaps].flatMap(([id, { value, file, path }]) =>
        forbidden
          .filter(({ match }) => value.instead.includes(match))
          .map(({ id: swap, match }) =>
            file.report(
              [...path, 'instead'],
              'forbidden-wording',
              `what ${id} says instead contains “${match}”, which ${swap} forbids`,
              'Replace it with wording that no swap forbids.',
            ),
          ),
      ),
    ]
  },
}
