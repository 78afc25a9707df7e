import { acknowledgeFirst } from './acknowledge-first.ts'
import { calendar } from './calendar.ts'
import type { Check } from './check.ts'
import { caringClose } from './close.ts'
import { concessions } from './concessions.ts'
import { counterMoves } from './counter-moves.ts'
import { dangerEverywhere } from './danger-everywhere.ts'
import { deadEnd } from './dead-end.ts'
import { expiredLine } from './expired-line.ts'
import { forbiddenWording } from './forbidden-wording.ts'
import { forms } from './forms.ts'
import { hintForm } from './hint-form.ts'
import { identityFirst } from './identity-first.ts'
import { lineForm } from './line-form.ts'
import { plansPass } from './plans-pass.ts'
import { promiseAuthority } from './promise-authority.ts'
import { publishedEdition } from './published-edition.ts'
import { resumesExactly } from './resumes-exactly.ts'
import { ruleTables } from './rule-tables.ts'
import { saysAndOffers } from './says-and-offers.ts'
import { selfChecks } from './self-checks.ts'
import { slotFallback } from './slot-fallback.ts'
import { sourceCoverage } from './source-coverage.ts'
import { swapForm } from './swap-form.ts'
import { unreachableState } from './unreachable-state.ts'
import { unused } from './unused.ts'

/** Every check, beside form and names, which are checked while a pack is read and linked. */
export const CHECKS: readonly Check[] = [
  unreachableState,
  deadEnd,
  caringClose,
  acknowledgeFirst,
  identityFirst,
  promiseAuthority,
  dangerEverywhere,
  saysAndOffers,
  lineForm,
  forbiddenWording,
  slotFallback,
  expiredLine,
  publishedEdition,
  sourceCoverage,
  ruleTables,
  forms,
  calendar,
  concessions,
  selfChecks,
  swapForm,
  hintForm,
  counterMoves,
  unused,
]

/** Checks that run a pack in the engine; they only make sense once it is otherwise sound. */
export const PROOFS: readonly Check[] = [resumesExactly, plansPass]
