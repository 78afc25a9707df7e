import { rankOf } from '../../core/roles.ts'
import { track } from '../graph.ts'
import { atState, type Check, type CheckContext, linesOf, machinesOf, showPath } from './check.ts'

export const promiseAuthority: Check = {
  id: 'promise-authority',
  description: 'A promise is made only where it is known who may make it, and that role is in the call.',
  run: (context) => [...undeclared(context), ...unfounded(context), ...beyond(context)],
}

/** Wording that commits to a time or to money, as an agent would say it. */
const COMMITS = /(\d+|[一二三四五六七八九十两几半]+)\s*(个)?(小时|工作日|天|分钟)(之)?内|(退|赔|补|减免)(给|还给|偿)您(?!的)/

function undeclared({ authored }: CheckContext) {
  return [...authored.lines].flatMap(([id, { value, file, path }]) => {
    const promised = value.promise !== undefined
    const commits = value.acts.includes('commit-deadline')
    const wording = [...value.say, value.short].find((each) => COMMITS.test(each))
    if (wording && !promised) {
      return [
        file.report(
          [...path, 'say'],
          'promise-authority',
          `“${id}” commits to something without naming the promise: ${wording}`,
          'Add `promise:` with an id from pack.yaml, or say it without committing.',
        ),
      ]
    }
    if (promised !== commits) {
      return [
        file.report(
          [...path, 'acts'],
          'promise-authority',
          `“${id}” ${promised ? 'names a promise but not the act commit-deadline' : 'has the act commit-deadline but names no promise'}`,
          '`promise:` and `commit-deadline` go together.',
        ),
      ]
    }
    return []
  })
}

function unfounded({ packFile: { value, file } }: CheckContext) {
  return Object.entries(value.promises)
    .filter(([, promise]) => promise.authority === undefined)
    .map(([id]) =>
      file.report(
        ['promises', id],
        'promise-authority',
        `nobody is named who may promise “${id}”`,
        `Add authority: ${value.roles.map((role) => role.id).join(' | ')}.`,
      ),
    )
}

function beyond(context: CheckContext) {
  const { pack } = context
  const rank = (role: string) => rankOf(pack, role)
  return machinesOf(context).flatMap((machine) => {
    const found: ReturnType<Check['run']> = []
    track<number>(
      machine,
      0,
      (granted, { by: { trigger } }) => {
        const role = trigger.type === 'move' ? pack.moves[trigger.move]?.grants : undefined
        return Math.max(granted, role ? rank(role) : 0)
      },
      ({ state, fact: granted, path }) => {
        for (const line of linesOf(pack, state)) {
          const promise = line.promises.find((id) => rank(pack.promises[id]?.authority ?? '') > granted)
          if (!promise) continue
          const role = pack.promises[promise]?.authority ?? ''
          found.push(
            ...atState(
              context,
              machine,
              state.id,
              ['say'],
              'promise-authority',
              `“${line.id}” promises “${promise}” before ${role} has agreed: ${showPath(path)}`,
              `Lead here by a move that grants ${role}.`,
            ),
          )
        }
      },
    )
    return found
  })
}
