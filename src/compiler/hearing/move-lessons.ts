import type { CompiledPack } from '../../core/pack.ts'
import { type MoveLines, NO_MOVE } from '../../hearing/moves.ts'

/** Lines of customers by the move that they make; `none` for those that make none. */
export type MoveLessons = Readonly<Record<string, readonly string[]>>

/** The lines of a pack's moves, each with the signals that the move carries. */
export function moveLines(pack: CompiledPack, lessons: MoveLessons): MoveLines {
  return Object.fromEntries(
    Object.entries(lessons).flatMap(([id, says]) => {
      const move = pack.moves[id]
      return move || id === NO_MOVE ? [[id, { says: [...new Set(says)], signals: move?.signals ?? [] }]] : []
    }),
  )
}
