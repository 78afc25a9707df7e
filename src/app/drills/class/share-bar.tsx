import styles from './class-page.module.css'

/** How much of something there is, beside the figure that says it. */
export function ShareBar({ of100 }: { readonly of100: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" />
      <rect data-filled="" width={Math.min(100, Math.max(0, of100))} height="4" />
    </svg>
  )
}
