import { existsSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { CONTENT_NEWS, type ContentNews, HEARING_NEWS, type HearingNews } from '../core/book/news.ts'
import { type CompileResult, compilePack, findPacks } from './compile.ts'
import { type Diagnostic, formatDiagnostic, hasErrors } from './diagnostics.ts'
import { compileDrills } from './drills/compile-drills.ts'
import { LatestRecognisers, type Recogniser, recogniserOf } from './hearing/recognisers.ts'
import { type Shipment, ship } from './ship.ts'

const MODULE = 'virtual:packs'
const RESOLVED = `\0${MODULE}`
const CONTENT = ['scenarios', 'scripts-zh']
/** How long after a save its scenarios are walked, in milliseconds: by then the page has fetched what it shows. */
const PROOF_AFTER = 1500

/**
 * Compiles every pack when the panel is built, so that the panel ships data and no compiler. A pack with errors fails the
 * build with all of its diagnostics. `virtual:packs` lists what was built; see `src/app/virtual-packs.d.ts`.
 */
export function packs(): Plugin {
  let root = ''
  let base = '/'
  let building = false
  let shipment: Shipment | undefined
  let proving: NodeJS.Timeout | undefined
  let latest: LatestRecognisers | undefined
  const recogniser = ({ pack, lessons }: CompileResult): Recogniser | undefined => {
    if (!pack) return undefined
    const fits = recogniserOf(root, pack, lessons)
    if (latest) return latest.take(pack.id, fits)
    // A build has use for it in any case, and bundles meanwhile.
    void fits.bytes()
    return fits
  }
  const drills = ({ pack }: CompileResult) => {
    const folder = findPacks(root).find(({ id }) => id === pack?.id)
    return pack && folder && existsSync(join(folder.scenarios, 'drills'))
      ? () => compileDrills(folder, pack, { complete: building }).drills
      : undefined
  }
  let lastSound: readonly CompileResult[] = []
  const shipAll = (results: readonly CompileResult[]): Shipment => {
    lastSound = results
    return ship(results, { base, lasting: building, recogniser, drills })
  }
  const current = (): Shipment => {
    shipment ??= shipAll(sound(compileAll(root, building)))
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
    async generateBundle() {
      for (const [fileName, content] of current().files) this.emitFile({ type: 'asset', fileName, source: await content() })
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
      const { hot, moduleGraph } = server.environments.client
      const forget = () => {
        const module = moduleGraph.getModuleById(RESOLVED)
        if (module) moduleGraph.invalidateModule(module)
      }
      latest = new LatestRecognisers(() => {
        shipment = shipAll(lastSound)
        forget()
        hot.send(HEARING_NEWS, { packs: shipment.packs } satisfies HearingNews)
      })
      server.middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').slice(base.length)
        const content = shipment?.files.get(path)
        if (content === undefined) return next()
        try {
          const body = await content()
          response.setHeader('content-type', path.endsWith('.json') ? 'application/json' : 'application/octet-stream').end(body)
        } catch (error) {
          next(error)
        }
      })
      onContentChange(server, root, (paths, savedAt) => {
        const files = paths.map((path) => relative(root, path).split(sep).join('/'))
        const neverSound = shipment === undefined
        const compiled = compileAll(root, false)
        const machines = machinesIn(compiled, files)
        const tell = (results: readonly CompileResult[], proved: boolean) => {
          const diagnostics = results.flatMap((result) => result.diagnostics)
          const sound = !hasErrors(diagnostics)
          if (sound && !proved) shipment = shipAll(results)
          hot.send(CONTENT_NEWS, {
            files,
            machines,
            diagnostics,
            ...(sound && shipment ? { packs: shipment.packs } : {}),
            took: Date.now() - savedAt,
            proved,
          } satisfies ContentNews)
        }
        tell(compiled, false)
        forget()
        // A page that failed to start for want of a sound pack hears nothing.
        if (neverSound) hot.send({ type: 'full-reload' })
        // The walks of what was touched come after what the author waits for, and are dropped when more is saved meanwhile.
        clearTimeout(proving)
        if (machines.length > 0 && compiled.every(({ pack }) => pack))
          proving = setTimeout(() => tell(compileAll(root, true, machines), true), PROOF_AFTER)
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
function onContentChange(server: ViteDevServer, root: string, changed: (paths: readonly string[], savedAt: number) => void): void {
  const folders = CONTENT.map((folder) => join(root, folder) + sep)
  const paths = new Set<string>()
  let settled: NodeJS.Timeout | undefined
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return
    paths.add(path)
    const savedAt = Date.now()
    clearTimeout(settled)
    settled = setTimeout(() => {
      changed([...paths], savedAt)
      paths.clear()
    }, 30)
  })
}

/** @param prove whether paths are walked too, which takes seconds; `only` names the scenarios to walk */
function compileAll(root: string, prove: boolean, only?: readonly string[]): readonly CompileResult[] {
  return findPacks(root).map((folder) => compilePack(folder, { prove, once: !only, ...(only ? { only } : {}) }))
}

function sound(results: readonly CompileResult[]): readonly CompileResult[] {
  const errors = results.flatMap((result) => result.diagnostics).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new PackErrors(errors)
  return results
}

/** The machines that files are about: a scenario's or journey's own file, its lines, its plans. */
function machinesIn(results: readonly CompileResult[], files: readonly string[]): readonly string[] {
  const names = files.map((file) => basename(file, '.yaml'))
  const known = new Set(results.flatMap(({ pack }) => Object.keys(pack?.machines ?? {})))
  // While a pack has errors its machines are not known, and a file's own name is as good a guess.
  const own = (name: string) => known.has(name) || known.size === 0
  return [...new Set(names.map((name) => name.replace(/\..*$/, '')).filter(own))]
}
