// `npm start`: builds the panel when that is needed, and serves it.
import './require-node.mjs'
import { runTypeScript } from './typescript.mjs'

runTypeScript('../src/server/main.ts')
