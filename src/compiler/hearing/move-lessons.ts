import type { Signal } from '../../core/vocabulary.ts'
import { type MoveLines, NO_MOVE } from '../../hearing/moves.ts'

/** Lines of customers by the move that they make; `none` for those that make none. */
export type MoveLessons = Readonly<Record<string, readonly string[]>>

/**
 * The lines of moves, each with the signals that the move carries; what is none of a pack's moves is left out.
 *
 * @param carries the signals of every move
 */
export function moveLines(carries: Readonly<Record<string, readonly Signal[]>>, lessons: MoveLessons): MoveLines {
  return Object.fromEntries(
    Object.entries(lessons).flatMap(([id, says]) => {
      const signals = id === NO_MOVE ? [] : carries[id]
      return signals ? [[id, { says: [...new Set(says)], signals }]] : []
    }),
  )
}
