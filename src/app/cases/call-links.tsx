import { useState } from 'react'
import type { CallSummary } from '../../store/summary.ts'
import { useWords } from '../words.tsx'
import styles from './call-links.module.css'
import { callWords } from './call-words.ts'
import { callAddress } from './cases-address.ts'
import { useDeskData } from './desk-context.ts'

/** How many calls are named: whoever wants more has the list of the day. */
const NAMED = 50

export interface CallLinksProps {
  readonly ids: readonly string[]
  /** What is known of calls, those that are meant among them. */
  readonly known: readonly CallSummary[]
}

/** The calls that something rests on, the latest first, to be unfolded. */
export function CallLinks({ ids, known }: CallLinksProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.calls} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('cases.batches.calls', { count: ids.length })}</summary>
      {open && <Links ids={ids.toReversed().slice(0, NAMED)} known={known} />}
    </details>
  )
}

function Links({ ids, known }: CallLinksProps) {
  const words = useWords()
  const { shown } = useDeskData()
  const wanted = new Set(ids)
  const byId = new Map(known.flatMap((call) => (wanted.has(call.id) ? [[call.id, callWords(words, shown, call)] as const] : [])))
  return (
    <ul className={styles.links}>
      {ids.map((id) => {
        const told = byId.get(id)
        return (
          <li key={id}>
            <a href={callAddress(id)}>{told ? `${told.date.slice(5)} ${told.time} ${told.who} · ${told.matter}` : id}</a>
          </li>
        )
      })}
    </ul>
  )
}
