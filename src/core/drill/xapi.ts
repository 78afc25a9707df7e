import type { Title } from '../title.ts'
import { isMarked, nameOf, timeTaken } from './class-view.ts'
import type { DrillRecord, DrillResult } from './record.ts'
import { isUuid } from './uuid.ts'

/**
 * Results for a learning record store, as statements of xAPI 1.0.3.
 * (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md)
 */

type LanguageMap = Readonly<Record<'zh-CN' | 'en', string>>

interface Activity {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition?: { readonly name?: LanguageMap; readonly type: string }
}

export interface Statement {
  readonly id?: string
  readonly actor: {
    readonly objectType: 'Agent'
    /** No mailbox: what a trainee is called here is all that is known of them. */
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: Activity
  readonly result: {
    readonly score?: { readonly scaled: number; readonly raw: number; readonly min: 0; readonly max: 100 }
    readonly success?: boolean
    readonly completion: boolean
    readonly duration: string
  }
  readonly context: {
    readonly contextActivities?: { readonly grouping: readonly Activity[] }
    readonly revision: string
    readonly platform: string
    readonly language: string
    /** The drill from which this one branched off. */
    readonly statement?: { readonly objectType: 'StatementRef'; readonly id: string }
    readonly extensions: Readonly<Record<string, unknown>>
  }
  readonly timestamp: string
  readonly version: '1.0.3'
}

/** Names that nobody else can own: the domain is reserved. (RFC 6761, 6.4) */
const HOME = 'https://evenkeel.invalid'
const SIMULATION = 'http://adlnet.gov/expapi/activities/simulation'
const NOBODY = 'anonymous'

const VERBS = {
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'zh-CN': '通过', en: 'passed' } },
  failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { 'zh-CN': '未通过', en: 'failed' } },
  terminated: { id: 'http://adlnet.gov/expapi/verbs/terminated', display: { 'zh-CN': '中止', en: 'terminated' } },
} as const

/**
 * One statement for each drill that has ended. What was stopped has no score.
 *
 * @param titleOf what somebody to practise with is called; nothing where they are unknown by now
 */
export function statementsOf(records: readonly DrillRecord[], titleOf: (persona: string) => Title | undefined): readonly Statement[] {
  return records.flatMap((record) => (record.ended ? [statementOf(record, record.ended.at, titleOf(record.persona))] : []))
}

function statementOf(record: DrillRecord, endedAt: number, title: Title | undefined): Statement {
  const { id, assignment, from, pack } = record
  const result = isMarked(record) ? record.result : undefined
  return {
    // The same drill is the same statement, however often it is handed over. A store gives an id to what has none.
    ...(isUuid(id) ? { id: id.toLowerCase() } : {}),
    actor: { objectType: 'Agent', account: { homePage: HOME, name: nameOf(record) || NOBODY } },
    verb: VERBS[verbOf(result)],
    object: {
      objectType: 'Activity',
      id: iri('drills', pack.id, record.persona),
      definition: { ...(title ? { name: { 'zh-CN': title.zh, en: title.en } } : {}), type: SIMULATION },
    },
    result: {
      ...(result ? { score: { scaled: result.total / 100, raw: result.total, min: 0, max: 100 }, success: result.passed } : {}),
      completion: result !== undefined,
      duration: duration(timeTaken(record)),
    },
    context: {
      ...(assignment ? { contextActivities: { grouping: [{ objectType: 'Activity', id: iri('assignments', assignment) }] } } : {}),
      revision: pack.version,
      platform: 'Evenkeel',
      language: 'zh-CN',
      ...(from && isUuid(from.drill) ? { statement: { objectType: 'StatementRef', id: from.drill.toLowerCase() } } : {}),
      extensions: extensionsOf(record, result),
    },
    timestamp: new Date(endedAt).toISOString(),
    version: '1.0.3',
  }
}

function verbOf(result: DrillResult | undefined): keyof typeof VERBS {
  if (!result) return 'terminated'
  return result.passed ? 'passed' : 'failed'
}

function extensionsOf({ level, hints, hinted }: DrillRecord, result: DrillResult | undefined): Readonly<Record<string, unknown>> {
  return {
    [iri('xapi', 'level')]: level,
    [iri('xapi', 'hints')]: { shown: hints, asked: hinted },
    ...(result
      ? {
          [iri('xapi', 'band')]: result.band,
          [iri('xapi', 'skills')]: result.skills,
          [iri('xapi', 'checkpoints')]: result.checkpoints,
          [iri('xapi', 'violations')]: result.violations,
        }
      : {}),
  }
}

function iri(...path: readonly string[]): string {
  return [HOME, ...path.map(encodeURIComponent)].join('/')
}

/**
 * A length of time as ISO 8601 has it, to a hundredth of a second, which is as fine as the specification wants it.
 *
 * @param ms milliseconds, not negative
 * @example
 * duration(192_340) // 'PT3M12.34S'
 */
export function duration(ms: number): string {
  const hundredths = Math.round(ms / 10)
  const seconds = (hundredths % 6000) / 100
  const minutes = Math.floor(hundredths / 6000)
  const hours = Math.floor(minutes / 60)
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 ? `${minutes % 60}M` : ''}${seconds}S`
}
