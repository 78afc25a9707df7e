import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { packHearing } from '../../hearing/packed.ts'
import { assembled, learnOne, learnOther, type OtherPart } from './compile-hearing.ts'
import { courseOf } from './course.ts'
import type { LearningTask } from './learn-apart.ts'

/** Learns in a thread of its own; `learn-apart.ts` starts it. */
const task = workerData as LearningTask
const { teaching } = task
const course = courseOf(teaching)
if ('handTo' in task) {
  task.handTo.postMessage(learnOther(course))
  task.handTo.close()
} else {
  const handed = once(task.waitFor, 'message') as Promise<[OtherPart]>
  const one = learnOne(teaching, course)
  const [other] = await handed
  parentPort?.postMessage(packHearing(assembled(teaching, course, one, other)))
  task.waitFor.close()
}
