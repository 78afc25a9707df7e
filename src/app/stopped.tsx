import styles from './stopped.module.css'

export interface StoppedProps {
  /** What happened and what is safe, in a sentence or two. */
  readonly words: string
  readonly action: string
  readonly onAct: () => void
}

/** In place of a screen that cannot be shown: what happened, and the one thing to do. */
export function Stopped({ words, action, onAct }: StoppedProps) {
  return (
    <main className={styles.stopped}>
      <p role="alert">{words}</p>
      <button type="button" onClick={onAct}>
        {action}
      </button>
    </main>
  )
}
