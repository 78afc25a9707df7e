import { createContext, type ReactNode, useContext } from 'react'
import { keyLabel } from '../../ui/key.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { KEYS, type KeyAction } from './keys.ts'

/** Keys that light up because they are being pressed for the agent to see. */
export const LitKeys = createContext<KeyAction | undefined>(undefined)

export interface KeyButtonProps {
  readonly action: KeyAction
  readonly onPress: (action: KeyAction) => void
  readonly className?: string | undefined
  /** Why it does nothing now. It can still be reached, so that the reason can. */
  readonly closed?: string | undefined
  readonly pressed?: boolean
  /** Its name, where the words on it do not say enough by themselves. */
  readonly label?: string
  readonly children?: ReactNode
}

/** A button that shows the key which does the same. */
export function KeyButton({ action, onPress, className, closed, pressed, label, children }: KeyButtonProps) {
  const lit = useContext(LitKeys) === action
  const key = keyLabel(KEYS[action])
  return (
    <button
      type="button"
      className={className}
      aria-keyshortcuts={key}
      aria-disabled={closed ? true : undefined}
      aria-pressed={pressed}
      aria-label={label}
      title={closed ?? label}
      data-lit={lit || undefined}
      onClick={() => onPress(action)}
    >
      <KeyCap label={key} lit={lit} />
      {children}
    </button>
  )
}
