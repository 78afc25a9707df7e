import { createHash } from 'node:crypto'
import { join, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { REFUSALS } from '../core/gates.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { ShippedPack } from '../core/shipped-pack.ts'
import { compilePack, findPacks } from './compile.ts'
import { type Diagnostic, formatDiagnostic } from './diagnostics.ts'
import { traditional } from './traditional.ts'

const MODULE = 'virtual:packs'
const RESOLVED = `\0${MODULE}`
const CONTENT = ['scenarios', 'scripts-zh']

/** All packs, ready to be served: what the panel is told about each, and the files behind the addresses. */
interface Shipment {
  readonly packs: readonly ShippedPack[]
  /** Text of each file, by its path in the build. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Compiles every pack when the panel is built, so that the panel ships data and no compiler. A pack with errors fails the
 * build with all of its diagnostics. `virtual:packs` lists what was built; see `src/app/virtual-packs.d.ts`.
 */
export function packs(): Plugin {
  let root = ''
  let base = '/'
  let building = false
  let shipment: Shipment | undefined
  const current = (): Shipment => {
    shipment ??= ship(root, base, building)
    return shipment
  }

  return {
    name: 'evenkeel-packs',
    configResolved(config) {
      ;({ root, base } = config)
      building = config.command === 'build'
      // Before anything is built, so that an error in a pack leaves the last good build where it is. A development server
      // compiles on first use instead: there the error shows in the page until it is mended.
      if (building) current()
    },
    buildStart() {
      if (!building) return
      for (const [fileName, source] of current().files) this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml() {
      // The panel opens on the first pack: it is on its way while the program is still being read.
      const [opening] = building ? current().packs : []
      return opening
        ? [{ tag: 'link', attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: opening.url }, injectTo: 'head' }]
        : []
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined
    },
    load(id) {
      return id === RESOLVED ? `export const packs = ${JSON.stringify(current().packs)}` : undefined
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = shipment?.files.get((request.url ?? '').slice(base.length))
        if (file === undefined) next()
        else response.setHeader('content-type', 'application/json').end(file)
      })
      onContentChange(server, root, () => {
        shipment = undefined
        const { moduleGraph, hot } = server.environments.client
        const module = moduleGraph.getModuleById(RESOLVED)
        if (module) moduleGraph.invalidateModule(module)
        hot.send({ type: 'full-reload' })
      })
    },
  }
}

/** Shown to authors, so it has no stack trace: what is wrong stands in their files. */
class PackErrors extends Error {
  override readonly name = 'PackErrors'

  constructor(errors: readonly Diagnostic[]) {
    super(['A pack has errors; nothing was built.', ...errors.map(formatDiagnostic)].join('\n'))
    this.stack = `${this.name}: ${this.message}`
  }
}

/** Calls back once a burst of changes to pack files has settled; a branch switch touches hundreds of them. */
function onContentChange(server: ViteDevServer, root: string, changed: () => void): void {
  const folders = CONTENT.map((folder) => join(root, folder) + sep)
  let settled: NodeJS.Timeout | undefined
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return
    clearTimeout(settled)
    settled = setTimeout(changed, 100)
  })
}

/** @param prove whether every path is walked too, which takes seconds: for a build, and not at each reload while writing */
function ship(root: string, base: string, prove: boolean): Shipment {
  const results = findPacks(root).map((folder) => compilePack(folder, { prove }))
  const errors = results.flatMap((result) => result.diagnostics).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new PackErrors(errors)

  const files = new Map<string, string>()
  const store = (name: string, content: unknown): string => {
    const text = JSON.stringify(content)
    const path = `assets/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`
    files.set(path, text)
    return base + path
  }
  const describe = (pack: CompiledPack): ShippedPack => ({
    id: pack.id,
    title: pack.title,
    version: pack.version,
    hash: pack.hash,
    url: store(`pack-${pack.id}`, pack),
    hantUrl: store(`hant-${pack.id}`, traditional([pack, REFUSALS])),
  })
  return { packs: results.flatMap(({ pack }) => pack ?? []).map(describe), files }
}
