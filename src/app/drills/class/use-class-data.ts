import { useCallback, useEffect, useState } from 'react'
import type { Assignment, DrillRecord } from '../../../core/drill/record.ts'
import type { DrillStore } from '../../../store/drill-store.ts'

/** All that the trainer's page is about, as it is kept. */
export interface Kept {
  readonly records: readonly DrillRecord[]
  readonly assignments: readonly Assignment[]
}

/** Reads what is kept, and again whenever it has been changed. */
export function useClassData(store: DrillStore): { readonly kept: Kept | 'failed' | undefined; readonly again: () => Promise<void> } {
  const [kept, setKept] = useState<Kept | 'failed'>()
  const again = useCallback(async () => {
    const [records, assignments] = await Promise.all([store.records(), store.assignments()])
    setKept({ records, assignments })
  }, [store])
  useEffect(() => {
    again().catch(() => setKept('failed'))
  }, [again])
  return { kept, again }
}
