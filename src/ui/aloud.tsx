import type { ReactNode } from 'react'
import styles from './aloud.module.css'

/** Words for whoever listens to the page rather than looking at it. */
export function Aloud({ children }: { readonly children: ReactNode }) {
  return <span className={styles.aloud}>{children}</span>
}
