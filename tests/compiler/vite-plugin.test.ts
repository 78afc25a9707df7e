import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { build, createServer, type Rolldown, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { packs } from '../../src/compiler/vite-plugin.ts'
import { CONTENT_NEWS, type ContentNews } from '../../src/core/book/news.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import type { ShippedPack } from '../../src/core/shipped-pack.ts'
import { unpackHearing } from '../../src/hearing/packed.ts'

let root: string

beforeEach(() => {
  // The lines of the fixture are approved for a time.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21') })
  root = mkdtempSync(join(tmpdir(), 'evenkeel-panel-'))
  cpSync(join(import.meta.dirname, '../fixtures/packs/sound'), root, { recursive: true })
  writeFileSync(join(root, 'panel.js'), "import { packs } from 'virtual:packs'\nglobalThis.packs = packs\n")
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(root, { recursive: true })
})

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(join(root, path), 'utf8')
  expect(before).toContain(from)
  writeFileSync(join(root, path), before.replace(from, to))
}

describe('a build', () => {
  async function buildPanel(): Promise<Rolldown.RolldownOutput['output']> {
    const input = join(root, 'panel.js')
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [packs()],
      build: { write: false, rollupOptions: { input } },
    })
    return (built as Rolldown.RolldownOutput).output
  }

  test('ships each pack, its Traditional wording and its recogniser as data, under names that change with their content', async () => {
    const [panel, ...assets] = await buildPanel()
    expect(assets.map(({ fileName }) => fileName).sort()).toEqual([
      expect.stringMatching(/^assets\/book-mini\.[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^assets\/edition-mini-2026\.11\.[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^assets\/hant-mini\.[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^assets\/hearing-mini\.[0-9a-f]{12}\.bin$/),
      expect.stringMatching(/^assets\/pack-mini\.[0-9a-f]{12}\.json$/),
    ])
    for (const { fileName } of assets) expect(panel.code).toContain(`/${fileName}`)
    const [recogniser] = assets.flatMap((asset) => (asset.type === 'asset' && asset.fileName.endsWith('.bin') ? [asset.source] : []))
    expect(unpackHearing(gunzipSync(recogniser ?? '')).scenarios.classes).toContain('press')
  })

  test('fails on a pack with errors, and tells them as a check does', async () => {
    edit('scenarios/mini/customer/upset.yaml', 'entry: ', 'entry: no-such-')
    await expect(buildPanel()).rejects.toMatchObject({
      name: 'PackErrors',
      message: expect.stringMatching(
        /^A pack has errors; nothing was built\.\nscenarios\/mini\/customer\/upset\.yaml:\d+ error \[.+\] .+\n {4}→ /,
      ),
    })
  })
})

describe('a development server', () => {
  let server: ViteDevServer

  beforeEach(async () => {
    server = await createServer({ root, configFile: false, logLevel: 'silent', plugins: [packs()], server: { host: '127.0.0.1', port: 0 } })
    await server.listen()
  })

  afterEach(() => server.close())

  /** What the panel would be told about its packs. */
  async function told(): Promise<readonly ShippedPack[]> {
    const module = await server.environments.client.transformRequest('virtual:packs')
    return JSON.parse(/export const packs = (\[.*\])/.exec(module?.code ?? '')?.[1] ?? '[]')
  }

  /** What the panel is told once the server has noticed an edit: saved again until then, for it may not be watching yet. */
  function toldAfter(path: string) {
    const file = join(root, path)
    const saved = readFileSync(file)
    const look = async () => {
      const seen = await told().catch(() => [])
      writeFileSync(file, saved)
      return seen
    }
    return expect.poll(look, { interval: 500, timeout: 30_000 })
  }

  async function fetchJson<T>(path: string): Promise<T> {
    return (await fetch(new URL(path, server.resolvedUrls?.local[0]))).json()
  }

  test('serves what it tells of', async () => {
    const [mini] = await told()
    const pack = await fetchJson<CompiledPack>(mini?.url ?? '')
    expect(pack).toMatchObject({ id: 'mini', version: mini?.version, hash: mini?.hash, title: mini?.title })
    const wording = await fetchJson<Record<string, string>>(mini?.hantUrl ?? '')
    expect(Object.entries(wording)).not.toEqual([])
    const recogniser = await (await fetch(new URL(mini?.hearingUrl ?? '', server.resolvedUrls?.local[0]))).arrayBuffer()
    expect(unpackHearing(gunzipSync(recogniser)).scenarios.classes).toContain('press')
  })

  test('compiles again when the content changes', async () => {
    const [before] = await told()
    edit('scenarios/mini/pack.yaml', 'version: ', 'version: 9')
    await toldAfter('scenarios/mini/pack.yaml').toMatchObject([{ version: `9${before?.version}` }])
  })

  describe('[B5] tells the pages that are open what was saved', () => {
    /** The news after a save, saved again until the server watches. */
    async function newsAfter(path: string, fits: (news: ContentNews) => boolean, interval = 700): Promise<ContentNews> {
      await told().catch(() => [])
      const heard: ContentNews[] = []
      const { hot } = server.environments.client
      vi.spyOn(hot, 'send').mockImplementation((...sent: unknown[]) => {
        if (sent[0] === CONTENT_NEWS) heard.push(sent[1] as ContentNews)
      })
      const saved = readFileSync(join(root, path))
      await expect
        .poll(
          () => {
            writeFileSync(join(root, path), saved)
            return heard.some(fits)
          },
          { interval, timeout: 30_000 },
        )
        .toBe(true)
      const news = heard.find(fits)
      if (!news) throw new Error('no news')
      return news
    }

    test('a sound pack: what it is about, and where to fetch it', async () => {
      edit('scripts-zh/mini/lines.yaml', '谢谢', '多谢')
      const { files, machines, diagnostics, packs: now } = await newsAfter('scripts-zh/mini/lines.yaml', ({ proved }) => !proved)
      expect({ files, machines, diagnostics }).toEqual({ files: ['scripts-zh/mini/lines.yaml'], machines: [], diagnostics: [] })
      expect(JSON.stringify((await fetchJson<CompiledPack>(now?.[0]?.url ?? '')).lines)).toContain('多谢')
    })

    test('an error: all diagnostics, and the last good pack stays', async () => {
      edit('scenarios/mini/customer/upset.yaml', 'entry: ', 'entry: no-such-')
      const news = await newsAfter('scenarios/mini/customer/upset.yaml', ({ diagnostics }) => diagnostics.length > 0)
      expect(news.packs).toBeUndefined()
      expect(news.machines).toEqual(['upset'])
      expect(news.diagnostics[0]).toMatchObject({ file: 'scenarios/mini/customer/upset.yaml', severity: 'error' })
    })

    test('and a moment later what the walks of that scenario found', async () => {
      edit('scenarios/mini/plans/upset.well.plan.yaml', '{say: upset.propose}', '{say: upset.credit}')
      // Each save puts the walks off.
      const news = await newsAfter('scenarios/mini/plans/upset.well.plan.yaml', ({ proved }) => proved, 3000)
      expect(news.diagnostics).toMatchObject([{ rule: 'plans-pass', file: 'scenarios/mini/plans/upset.well.plan.yaml' }])
    })
  })

  test('shows an error in a pack where it would have been used, until it is mended', async () => {
    edit('scenarios/mini/pack.yaml', 'version: ', 'versoin: ')
    await expect(told()).rejects.toMatchObject({ name: 'PackErrors' })
    edit('scenarios/mini/pack.yaml', 'versoin: ', 'version: ')
    await toldAfter('scenarios/mini/pack.yaml').toHaveLength(1)
  })
})
