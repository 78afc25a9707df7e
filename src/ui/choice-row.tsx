import { Aloud } from './aloud.tsx'
import styles from './choice-row.module.css'
import { KeyCap } from './key-cap.tsx'

export interface ChoiceRowProps {
  readonly label: string
  /** What the choices are goes without saying for those who see them: the label is only read aloud. */
  readonly bare?: boolean
  readonly choices: readonly RowChoice[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

export interface RowChoice {
  readonly id: string
  readonly name: string
  /** What is printed on its key. */
  readonly shortcut?: string | undefined
}

/** A row of choices, of which one is chosen. */
export function ChoiceRow({ label, bare = false, choices, chosen, onChoose }: ChoiceRowProps) {
  return (
    <fieldset className={styles.row}>
      {bare ? (
        <legend>
          <Aloud>{label}</Aloud>
        </legend>
      ) : (
        <legend className={styles.label}>{label}</legend>
      )}
      {choices.map(({ id, name, shortcut }) => (
        <button
          key={id}
          type="button"
          className={styles.choice}
          aria-pressed={id === chosen}
          aria-keyshortcuts={shortcut}
          onClick={() => onChoose(id)}
        >
          {shortcut && <KeyCap label={shortcut} lit={id === chosen} />}
          {name}
        </button>
      ))}
    </fieldset>
  )
}
