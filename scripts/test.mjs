// `npm test`: every check of the project, or those that are named, as in `npm test -- lint unit`.
import './require-node.mjs'
import { runTypeScript } from './typescript.mjs'

runTypeScript('./run-checks.ts')
