/** Thrown for what cannot happen: a fault in this program, never something that a person did. */
class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/**
 * States that something always holds.
 *
 * @example
 * invariant(machine, `pack ${pack.id} has no machine ${id}`) // narrows `machine`
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}
