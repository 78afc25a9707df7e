// Where `learn-apart.ts` enters its thread: Node does not read TypeScript by itself in every version that we run on.
import { register } from 'tsx/esm/api'

register()
await import('./learn.ts')
