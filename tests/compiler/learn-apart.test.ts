import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { compileHearing } from '../../src/compiler/hearing/compile-hearing.ts'
import { learnApart } from '../../src/compiler/hearing/learn-apart.ts'
import { teachingOf } from '../../src/compiler/hearing/teaching.ts'
import { invariant } from '../../src/core/invariant.ts'
import { packHearing } from '../../src/hearing/packed.ts'

const [folder] = findPacks(join(import.meta.dirname, '../fixtures/packs/sound'))
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const teaching = teachingOf(pack, lessons)

test('two threads learn what one would, to the byte', async () => {
  const apart = await learnApart(teaching).done
  expect(Buffer.from(packHearing(compileHearing(pack, lessons))).equals(apart)).toBe(true)
})

test('whoever waits is told when learning was stopped', async () => {
  const learning = learnApart(teaching)
  learning.stop()
  await expect(learning.done).rejects.toThrow('not learnt to the end')
})
