import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../../core/invariant.ts'
import { packHearing } from '../../hearing/packed.ts'
import { compilePack, findPacks } from '../compile.ts'
import type { LearningTask } from './learn-apart.ts'
import { openHearing } from './open-hearing.ts'

/** Learns in a thread of its own; `learn-apart.ts` starts it. */
const { root, id, today } = workerData as LearningTask
const folder = findPacks(root).find((each) => each.id === id)
invariant(folder, `there is no pack ${id}`)
const { pack, lessons } = compilePack(folder, { today, prove: false })
invariant(pack, `pack ${id} has just been compiled`)
parentPort?.postMessage(packHearing(openHearing(root, pack, lessons)))
