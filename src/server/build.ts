import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble, writingTrouble } from './trouble.ts'

/** All that the build is made from. */
const SOURCES = ['index.html', 'package-lock.json', 'public', 'scenarios', 'scripts-zh', 'src', 'vite.config.ts']

/** Written first and last by a build: one of them is missing when it was broken off. */
const RESULTS = ['index.html', 'sw.js']

/** Why the panel must be built before it can be served, if it must. */
export type BuildNeed = 'missing' | 'older'

/**
 * Whether `dist` has to be built: it is missing or incomplete, or a source is newer than it.
 *
 * @param root absolute path of the project
 */
export function buildNeed(root: string): BuildNeed | undefined {
  const results = RESULTS.map((name) => join(root, 'dist', name))
  if (!results.every(existsSync)) return 'missing'
  const sources = SOURCES.map((name) => join(root, name)).filter(existsSync)
  return Math.max(...sources.map(newest)) > Math.min(...results.map(newest)) ? 'older' : undefined
}

/**
 * Builds the panel into `dist`.
 *
 * @param root absolute path of the project
 * @throws Trouble when a pack has errors or the folder cannot be written
 */
export async function build(root: string): Promise<void> {
  const dist = join(root, 'dist')
  // Whatever this shell is set up for, people get React without its development warnings.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  try {
    probe(dist)
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'silent' })
  } catch (error) {
    // Vite loads its configuration as a module of its own, so the class that it throws is not the one imported here.
    if (error instanceof Error && error.name === 'PackErrors') throw new Trouble('pack-errors', error.message, { cause: error })
    throw writingTrouble(error, dist)
  }
}

/** Fails at once, and by the name of the trouble, where a build would fail late. */
function probe(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, '.probe')
  writeFileSync(file, '')
  rmSync(file)
}

/** When a file, or anything in a folder, was last changed. A folder counts itself, because something may have left it. */
function newest(path: string): number {
  const stat = statSync(path)
  const inside = stat.isDirectory() ? readdirSync(path) : []
  return Math.max(stat.mtimeMs, ...inside.map((name) => newest(join(path, name))))
}
