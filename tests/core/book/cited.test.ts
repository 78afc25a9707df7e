import { expect, test } from 'vitest'
import { compilePack, findPacks } from '../../../src/compiler/compile.ts'
import { sourceUses } from '../../../src/core/book/coverage.ts'

test('what the compiler counts as cited is what the book shows as cited', () => {
  for (const folder of findPacks('.')) {
    const {
      pack,
      extras,
      summary: { sources },
    } = compilePack(folder, { today: '2026-11-22', prove: false })
    const uses = pack && extras ? sourceUses(pack, extras.deviations) : []
    const having = (...statuses: readonly string[]) => uses.filter(({ status }) => statuses.includes(status)).length
    expect({ all: uses.length, cited: having('cited', 'deviates'), pending: having('pending') }).toEqual({
      all: sources.all,
      cited: sources.cited,
      pending: sources.pending,
    })
  }
})
