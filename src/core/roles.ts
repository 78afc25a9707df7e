import type { CompiledPack } from './pack.ts'

/** How high a role stands: 0 is every agent's, and -1 is no role of the pack. */
export function rankOf({ roles }: Pick<CompiledPack, 'roles'>, role: string | undefined): number {
  return roles.findIndex(({ id }) => id === role)
}

/** The highest rank that is in a call, by what was granted in it. */
export function highestRank(pack: Pick<CompiledPack, 'roles'>, granted: readonly string[]): number {
  return Math.max(0, ...granted.map((role) => rankOf(pack, role)))
}
