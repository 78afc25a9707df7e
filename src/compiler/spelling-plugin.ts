import type { Plugin } from 'vite'
import { makeSpelling } from './spelling.ts'

const MODULE = 'virtual:spelling'
const RESOLVED = `\0${MODULE}`

/** Puts into the build what the search knows of the script, as `virtual:spelling`, so that no dictionary is shipped. */
export function spelling(): Plugin {
  return {
    name: 'evenkeel-spelling',
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },
    load(id) {
      // Parsing a text is quicker than reading as much of a program.
      return id === RESOLVED ? `export const spelling = JSON.parse(${JSON.stringify(JSON.stringify(makeSpelling()))})` : undefined
    },
  }
}
