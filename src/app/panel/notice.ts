import type { StoreErrorCode } from '../../store/store-error.ts'

/** Something about the log that an agent should know while the call goes on; the interface has words for each. */
export interface Notice {
  readonly code: NoticeCode
  /** Whether saving the log as a file keeps something that this browser may otherwise lose. */
  readonly offersExport: boolean
}

export type NoticeCode =
  /** The disk is full: the call goes on in memory, and is written as soon as there is room. */
  | 'storage-full'
  /** This page may not store anything: the call lives as long as the page. */
  | 'storage-denied'
  /** A newer version runs in another tab and has taken the database over: reload when the call allows it. */
  | 'storage-outdated'
  /** Anything else that keeps the call from being written; tried again with the next step. */
  | 'storage-failed'
  /** A part of the stored log could not be read; the call goes on from the part that could. */
  | 'log-damaged'
  /** Steps taken here did not reach the disk before another tab went on with the call. */
  | 'steps-set-aside'
  /** This browser has no locks: the call must not be shown in a second tab. */
  | 'single-tab'

const STORAGE_NOTICE: Readonly<Record<StoreErrorCode, NoticeCode>> = {
  full: 'storage-full',
  denied: 'storage-denied',
  outdated: 'storage-outdated',
  conflict: 'storage-failed',
  damaged: 'storage-failed',
  unavailable: 'storage-failed',
}

export interface Circumstances {
  readonly problem: StoreErrorCode | undefined
  readonly damaged: boolean
  readonly setAside: boolean
  readonly exclusive: boolean
}

/** Most pressing first. */
export function noticesOf({ problem, damaged, setAside, exclusive }: Circumstances): readonly Notice[] {
  const notices: Notice[] = []
  if (setAside) notices.push({ code: 'steps-set-aside', offersExport: true })
  if (problem) notices.push({ code: STORAGE_NOTICE[problem], offersExport: true })
  if (damaged) notices.push({ code: 'log-damaged', offersExport: true })
  if (!exclusive) notices.push({ code: 'single-tab', offersExport: false })
  return notices
}
