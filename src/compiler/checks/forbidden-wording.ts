import type { Check } from './check.ts'

export const forbiddenWording: Check = {
  id: 'forbidden-wording',
  description: 'No approved wording, and no replacement, contains what the swaps forbid.',
  run: ({ authored }) => {
    const forbidden = new Pieces(
      [...authored.swaps].flatMap(([swap, { value }]) => value.match.map((match) => ({ swap, match, instead: value.instead }))),
    )
    return [
      ...[...authored.lines].flatMap(([id, { value, file, path }]) =>
        [...value.say, value.short].flatMap((wording, i) =>
          forbidden
            .in(wording)
            .map(({ swap, match, instead }) =>
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
          .in(value.instead)
          .map(({ swap, match }) =>
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

interface Piece {
  readonly swap: string
  readonly match: string
  readonly instead: string
}

/** Finds many pieces in many texts: only those are tried at a place that begin with the two characters there. */
class Pieces {
  readonly #byStart = new Map<string, Piece[]>()

  constructor(pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const start = piece.match.slice(0, 2)
      const own = this.#byStart.get(start)
      if (own) own.push(piece)
      else this.#byStart.set(start, [piece])
    }
  }

  /** The pieces that a text contains, each once. */
  in(text: string): readonly Piece[] {
    const found = new Set<Piece>()
    for (let at = 0; at + 1 < text.length; at++) {
      for (const piece of this.#byStart.get(text.slice(at, at + 2)) ?? []) if (text.startsWith(piece.match, at)) found.add(piece)
    }
    return [...found]
  }
}
