import type { CallListener } from '../call-listener.ts'
import type { Session } from '../session.ts'
import type { Shown } from '../use-call-view.ts'

/** What every strip over the panel is given. */
export interface StripProps {
  readonly shown: Shown
  readonly dispatch: Session['dispatch']
  /** Where words that are typed go to be heard. */
  readonly listener: CallListener
  /** Makes a reference of the customer's number; the number goes no further. Absent in a call that is not kept. */
  readonly onIdentify?: ((number: string) => Promise<boolean>) | undefined
  readonly onClose: () => void
}
