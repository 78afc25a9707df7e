import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { ACTS, LINE_STATUSES, STAGES } from '../../core/vocabulary.ts'
import { BookFrame } from './frame.tsx'
import type { LinesSearch } from './lines-search.ts'
import { ChangesPage } from './pages/changes-page.tsx'
import { ContentsPage } from './pages/contents-page.tsx'
import { CoveragePage } from './pages/coverage-page.tsx'
import { CraftPage } from './pages/craft-page.tsx'
import { LinesPage } from './pages/lines-page.tsx'
import { MachinePage } from './pages/machine-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { SourcePage } from './pages/source-page.tsx'
import { SwapsPage } from './pages/swaps-page.tsx'

const root = createRootRoute()
const book = createRoute({ getParentRoute: () => root, path: 'book', component: BookFrame })
const contents = createRoute({ getParentRoute: () => book, path: '/', component: ContentsPage })
const machine = createRoute({ getParentRoute: () => book, path: 'scenario/$machine', component: MachinePage })
const lines = createRoute({
  getParentRoute: () => book,
  path: 'lines',
  validateSearch: (search: Record<string, unknown>): LinesSearch => ({
    ...text(search, 'text'),
    ...text(search, 'scenario'),
    ...oneOf(search, 'stage', STAGES),
    ...text(search, 'source'),
    ...oneOf(search, 'status', [...LINE_STATUSES, 'expired', 'expiring'] as const),
    ...oneOf(search, 'act', ACTS),
    ...text(search, 'edition'),
  }),
  component: LinesPage,
})
const swaps = createRoute({ getParentRoute: () => book, path: 'swaps', component: SwapsPage })
const craft = createRoute({ getParentRoute: () => book, path: 'craft', component: CraftPage })
const rules = createRoute({ getParentRoute: () => book, path: 'rules', component: RulesPage })
const coverage = createRoute({ getParentRoute: () => book, path: 'coverage', component: CoveragePage })
const source = createRoute({ getParentRoute: () => book, path: 'source/$source', component: SourcePage })
const changes = createRoute({
  getParentRoute: () => book,
  path: 'changes',
  validateSearch: (search: Record<string, unknown>): { readonly from?: string; readonly to?: string } => ({
    ...text(search, 'from'),
    ...text(search, 'to'),
  }),
  component: ChangesPage,
})
const print = createRoute({
  getParentRoute: () => book,
  path: 'print',
  validateSearch: (search: Record<string, unknown>): { readonly only?: string } => text(search, 'only'),
  component: PrintPage,
})

const tree = root.addChildren([book.addChildren([contents, machine, lines, swaps, craft, rules, coverage, source, changes, print])])

/** Addresses stand behind the `#`, so that the book works from any folder, in a frame and without a network. */
export function createBookRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory(), defaultPreload: false, scrollRestoration: true })
}

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof createBookRouter>
  }
}

function text<K extends string>(search: Record<string, unknown>, key: K): { readonly [P in K]?: string } {
  const value = search[key]
  // A number typed into the search comes back as one.
  return typeof value === 'string' || typeof value === 'number'
    ? String(value) === ''
      ? {}
      : ({ [key]: String(value) } as { readonly [P in K]?: string })
    : {}
}

function oneOf<K extends string, V extends string>(
  search: Record<string, unknown>,
  key: K,
  known: readonly V[],
): { readonly [P in K]?: V } {
  const value = known.find((each) => each === search[key])
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}
