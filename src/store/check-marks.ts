import { localArea } from './local-area.ts'

/** What a person has found of one self-check. */
export interface CheckMark {
  /** When it was ticked, milliseconds since the epoch; absent while it is not. */
  readonly doneAt?: number
  readonly remark?: string
}

/** The marks of one week or month, by self-check. */
export type CheckMarks = Readonly<Record<string, CheckMark>>

/** What people have ticked and remarked, in this browser. */
export interface CheckMarkStore {
  /** Whether what is marked outlives the page. */
  readonly lasting: boolean
  /** @param period see `periodKey` */
  read(period: string): CheckMarks
  /** @returns all marks of that period; they hold until the page is closed even where they cannot be stored */
  mark(period: string, check: string, mark: CheckMark): CheckMarks
}

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'evenkeel.self-checks.'

/**
 * Marks in the browser's local storage; kept in memory where it is denied or full.
 *
 * @param area the browser's own when left out; `null` for memory only
 */
export function openCheckMarks(area: Area | null = localArea()): CheckMarkStore {
  const unsaved = new Map<string, CheckMarks>()
  const read = (period: string) => unsaved.get(period) ?? stored(area, period)
  return {
    lasting: isWritable(area),
    read,
    mark(period, check, mark) {
      const marks = { ...read(period), [check]: mark }
      try {
        if (!area) throw new Error('there is no storage')
        area.setItem(PREFIX + period, JSON.stringify(marks))
        unsaved.delete(period)
      } catch {
        unsaved.set(period, marks)
      }
      return marks
    },
  }
}

function isWritable(area: Area | null): boolean {
  try {
    area?.setItem(`${PREFIX}try`, '')
    area?.removeItem(`${PREFIX}try`)
    return area !== null
  } catch {
    return false
  }
}

function stored(area: Area | null, period: string): CheckMarks {
  try {
    const value: unknown = JSON.parse(area?.getItem(PREFIX + period) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).map(([id, mark]) => [id, valid(mark)]))
  } catch {
    return {}
  }
}

function valid(mark: unknown): CheckMark {
  const { doneAt, remark } = (typeof mark === 'object' && mark !== null ? mark : {}) as Readonly<Record<string, unknown>>
  return { ...(typeof doneAt === 'number' ? { doneAt } : {}), ...(typeof remark === 'string' ? { remark } : {}) }
}
