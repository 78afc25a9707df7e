import { dateOf, dayOf } from '../../core/calendar/days.ts'
import { matterTitle } from '../../core/matter.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { CLASSIFICATION, titleOf } from '../../core/standing.ts'
import type { CallSummary } from '../../store/summary.ts'
import { clock, shanghaiTime } from '../../ui/time.ts'
import type { Words } from '../words.tsx'

/** A call as the lists of the desk tell it. */
export interface CallWords {
  readonly call: CallSummary
  /** Day and time in Asia/Shanghai: `2026-11-22` and `14:05`. */
  readonly date: string
  readonly time: string
  readonly who: string
  readonly tier: string
  readonly matter: string
  readonly urgent: boolean
  /** Its classes where one is urgent, else that it is an ordinary one. */
  readonly classes: string
  readonly status: string
  readonly outcome: string
  /** How long it took; of one that has not ended, that it has not. */
  readonly length: string
}

export function callWords({ t, title, list }: Words, pack: CompiledPack, call: CallSummary): CallWords {
  const { startedAt, address, tier, matter, classes, status, outcome, endedAt } = call
  const table = (pack.rules as CompiledPack['rules'] | undefined)?.[CLASSIFICATION]
  const choice = pack.profile.tiers.find(({ id }) => id === tier)
  const urgent = classes !== undefined && classes.length > 0
  const state = t(`cases.calls.${status === 'open' ? 'running' : status}`)
  return {
    call,
    date: dateOf(dayOf(startedAt)),
    time: shanghaiTime(startedAt).time,
    who: address ?? t('cases.unknown'),
    tier: choice ? title(choice.title) : '',
    matter: matter === undefined ? t('cases.noMatter') : title(matterTitle(pack, matter)),
    urgent,
    classes: urgent ? list(classes.map((id) => (table ? title(titleOf(table, 'class', id)) : id))) : t('cases.calls.ordinary'),
    status: state,
    outcome: outcome ? t(`outcome.${outcome}`) : state,
    length: status === 'open' ? state : clock(Math.max(0, (endedAt ?? call.lastAt) - startedAt)),
  }
}

/** Calls in which each word of a query stands somewhere: a name, a matter, a class, how urgent it is, how it stands. */
export function filtered({ t }: Words, calls: readonly CallWords[], query: string): readonly CallWords[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return calls
  return calls.filter((each) => {
    const marks = [each.urgent ? t('cases.calls.urgent') : '', each.call.agent ?? '']
    const text = [each.who, each.tier, each.matter, each.classes, each.status, each.outcome, each.time, ...marks].join('\n')
    const plain = text.normalize('NFKC').toLowerCase()
    return words.every((word) => plain.includes(word))
  })
}
