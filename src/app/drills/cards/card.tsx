import type { ReactNode } from 'react'
import styles from './cards.module.css'

export interface CardProps {
  readonly kind: string
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

/** One sheet of paper. */
export function Card({ kind, title, lead, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={kind}>
      <header className={styles.top}>
        <h2>{kind}</h2>
        <p>{title}</p>
      </header>
      <p className={styles.lead}>{lead}</p>
      {children}
    </section>
  )
}

export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h3>{name}</h3>
      <div>{children}</div>
    </div>
  )
}
