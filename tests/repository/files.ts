import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is not ours, or is made anew by a command. */
const NOT_OURS = ['.cache', '.git', 'coverage', 'dist', 'node_modules', 'package-lock.json']

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ProjectFile {
  /** From the project's root, with slashes. */
  readonly path: string
  readonly text: string
}

/** Every text file of the project, or those below one of its folders, whose path matches. */
export function projectFiles(matching: RegExp, folder = '.'): readonly ProjectFile[] {
  return [...paths(join(root, folder))]
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: read(path) }))
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function exists(path: string): boolean {
  return existsSync(join(root, path))
}

function* paths(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* paths(path)
    else yield path
  }
}
