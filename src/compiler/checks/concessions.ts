import type { ConcessionLadder, Rung } from '../../core/concession-ladder.ts'
import { rankOf } from '../../core/roles.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { Check, CheckContext } from './check.ts'

export const concessions: Check = {
  id: 'concessions',
  description: 'What may be offered is offered by who may, from the least to the most, with an answer to every refusal and a firm end.',
  run: (context) => [...(context.pack.concessions ?? []).flatMap((ladder) => soundLadder(context, ladder)), ...oneEach(context)],
}

type Report = (within: readonly PropertyKey[], message: string, tip: string) => Diagnostic

function reporter({ authored }: CheckContext, { id }: ConcessionLadder): Report | undefined {
  const placed = authored.ladders.get(id)
  return placed && ((within, message, tip) => placed.file.report([...placed.path, ...within], 'concessions', `${id}: ${message}`, tip))
}

function soundLadder(context: CheckContext, ladder: ConcessionLadder): Diagnostic[] {
  const report = reporter(context, ladder)
  if (!report) return []
  const { pack } = context
  return [
    ...ladder.rungs.flatMap((rung, i) => [...soundRung(context, rung, i, report), ...higherThanBefore(context, ladder, i, report)]),
    ...alike(ladder, report),
    ...(pack.lines[ladder.stop.line]?.acts.includes('firm-position') === false
      ? [
          report(
            ['stop', 'line'],
            `ends with “${ladder.stop.line}”, which takes no firm position`,
            'End with a line that has the act firm-position.',
          ),
        ]
      : []),
  ]
}

function soundRung({ pack }: CheckContext, rung: Rung, i: number, report: Report): Diagnostic[] {
  const at = ['rungs', i]
  const beyond = [rung.offer, ...rung.also, rung.refused].flatMap((id) => {
    const promise = pack.lines[id]?.promises.find((each) => rankOf(pack, pack.promises[each]?.authority) > rankOf(pack, rung.by))
    return promise ? [{ id, promise, role: pack.promises[promise]?.authority ?? '' }] : []
  })
  const promised = pack.lines[rung.offer]?.promises ?? []
  const undeclared = promised.filter((promise) => promise !== rung.promise)
  return [
    ...(rung.refused === ''
      ? [report(at, `“${rung.id}” has nothing to say to a refusal`, 'Add `refused:` with the line that acknowledges it and leads on.')]
      : []),
    ...beyond.map(({ id, promise, role }) =>
      report([...at, 'by'], `“${id}” promises “${promise}”, which ${rung.by} may not`, `Let it be offered by ${role}, or promise less.`),
    ),
    ...undeclared.map((promise) =>
      report([...at, 'offer'], `“${rung.offer}” promises “${promise}”, which the rung does not name`, `Add promise: ${promise}.`),
    ),
    ...(rung.promise && pack.lines[rung.offer] && !promised.includes(rung.promise)
      ? [
          report(
            [...at, 'promise'],
            `“${rung.offer}” does not promise “${rung.promise}”`,
            'Take the promise out, or offer it with a line that makes it.',
          ),
        ]
      : []),
  ]
}

/** Whose decision a rung is never goes down: what a manager has offered nobody below takes further. */
function higherThanBefore({ pack }: CheckContext, { rungs }: ConcessionLadder, i: number, report: Report): Diagnostic[] {
  const [before, rung] = [rungs[i - 1], rungs[i]]
  if (!before || !rung || rankOf(pack, rung.by) < 0 || rankOf(pack, rung.by) >= rankOf(pack, before.by)) return []
  return [
    report(
      ['rungs', i, 'by'],
      `“${rung.id}” is offered by ${rung.by} after ${before.by} has offered something`,
      'Put what lower roles may offer first.',
    ),
  ]
}

/** A rung is known by its line and its name, so each has its own. */
function alike({ rungs }: ConcessionLadder, report: Report): Diagnostic[] {
  return rungs.flatMap((rung, i) => {
    const before = rungs.slice(0, i)
    if (before.some(({ id }) => id === rung.id))
      return [report(['rungs', i, 'id'], `“${rung.id}” is there twice`, 'Give each rung a name of its own.')]
    const lines = [rung.offer, ...rung.also]
    const same = before.find(({ offer, also }) => lines.some((line) => line === offer || also.includes(line)))
    return same
      ? [report(['rungs', i, 'offer'], `“${rung.id}” offers with the line of “${same.id}”`, 'Say something else at each rung.')]
      : []
  })
}

/** A scenario has one ladder, and at most one more from some of its states on; only one ladder is for all the others. */
function oneEach(context: CheckContext): Diagnostic[] {
  const taken = new Map<string, string>()
  return (context.pack.concessions ?? []).flatMap((ladder) => {
    const report = reporter(context, ladder)
    const claims = ladder.scenarios.length === 0 ? [{ scenario: '', from: [] }] : ladder.scenarios
    return claims.flatMap(({ scenario, from }, i) => {
      const claim = from.length > 0 ? `${scenario} from a state on` : scenario
      const other = taken.get(claim)
      taken.set(claim, ladder.id)
      if (other === undefined || !report) return []
      const what = claim === '' ? 'it is for every scenario, and so is' : `“${claim}” has a ladder already:`
      return [
        report(
          scenario ? ['scenarios', i] : ['scenarios'],
          `${what} “${other}”`,
          'One ladder for each: add its rungs to the other, or name other scenarios.',
        ),
      ]
    })
  })
}
