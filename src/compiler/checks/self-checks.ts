import { REFUND_AUTHORITY } from '../../core/rules/refund.ts'
import type { FindingKind } from '../../core/self-check.ts'
import type { Check, CheckContext } from './check.ts'

/** A self-check is read as one row of a list. */
const LONGEST = 24
/** What to look at is read once, before one begins. */
const LONGEST_LOOK = 80

export const selfChecks: Check = {
  id: 'self-checks',
  description: 'Each self-check is named once, can be read at a glance, and asks the calls for what they can answer.',
  run: (context) => {
    const { selfChecks: placed } = context.authored
    if (!placed) return []
    const { value, file } = placed
    const all = (['weekly', 'monthly'] as const).flatMap((list) => value[list].map((check, i) => ({ check, path: [list, i] as const })))
    return all.flatMap(({ check, path }, index) => {
      const report = (field: string, message: string, tip: string) => file.report([...path, field], 'self-checks', message, tip)
      const long = [...check.zh].length
      const longLook = [...check.look.zh].length
      return [
        ...(all.findIndex((each) => each.check.id === check.id) < index
          ? [report('id', `there is another self-check “${check.id}”`, 'Ticks are kept by id: give each its own, over both lists.')]
          : []),
        ...(long > LONGEST ? [report('zh', `“${check.id}” takes ${long} characters`, `At most ${LONGEST}: it is a row of a list.`)] : []),
        ...(longLook > LONGEST_LOOK
          ? [report('look', `“${check.id}” explains itself in ${longLook} characters`, `At most ${LONGEST_LOOK}.`)]
          : []),
        ...(check.finds ?? []).flatMap((kind) => {
          const lacking = lackingFor(kind, context)
          return lacking ? [report('finds', `no call can show “${kind}”: ${lacking}`, 'Leave it to people, or add what it needs.')] : []
        }),
      ]
    })
  },
}

/** What a pack lacks for a kind of finding. */
function lackingFor(kind: FindingKind, { pack }: CheckContext): string | undefined {
  const pays = Object.values(pack.promises).some(({ refunds }) => refunds)
  switch (kind) {
    case 'noted':
    case 'twice':
      return undefined
    case 'beyond-authority':
      if (!pack.rules[REFUND_AUTHORITY]) return `there is no table “${REFUND_AUTHORITY}”`
      return pays ? undefined : 'no promise of pack.yaml has `refunds: true`'
    case 'overdue':
    case 'unpromised':
      return pays ? undefined : 'no promise of pack.yaml has `refunds: true`'
  }
}
