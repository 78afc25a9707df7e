import { KeyCap } from '../../../ui/key-cap.tsx'
import styles from './class-page.module.css'

export interface KeyButtonProps {
  /** A lower-case letter. */
  readonly letter: string
  readonly name: string
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** Something that is done, with its key. */
export function KeyButton({ letter, name, disabled = false, onPress }: KeyButtonProps) {
  return (
    <button type="button" className={styles.action} aria-keyshortcuts={letter} disabled={disabled} onClick={onPress}>
      <KeyCap label={letter} />
      {name}
    </button>
  )
}
