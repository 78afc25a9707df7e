import type { ReactNode } from 'react'
import { KeyCap } from '../../../ui/key-cap.tsx'
import styles from './lists.module.css'

export interface ListKeyProps {
  readonly shortcut: string | undefined
  readonly onPress: () => void
  /** Whether this is what stands in front now. */
  readonly current?: boolean
  readonly children: ReactNode
}

/** One entry of a strip's list, with the key that chooses it. */
export function ListKey({ shortcut, onPress, current = false, children }: ListKeyProps) {
  return (
    <button type="button" className={styles.entry} aria-keyshortcuts={shortcut} aria-current={current || undefined} onClick={onPress}>
      {shortcut && <KeyCap label={shortcut} />}
      <span className={styles.words}>{children}</span>
    </button>
  )
}
