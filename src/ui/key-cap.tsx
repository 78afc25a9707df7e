import styles from './key-cap.module.css'

/** The key that does what the thing around it says. Hidden from screen readers, which are told by `aria-keyshortcuts`. */
export function KeyCap({ label, lit = false }: { readonly label: string; readonly lit?: boolean }) {
  return (
    <kbd aria-hidden="true" className={styles.cap} data-lit={lit || undefined}>
      {label}
    </kbd>
  )
}
