/**
 * Arrows point inward: `app | server | cli → engine | compiler | hearing | search | transcript | store → core`.
 * A rule forbids what its name says; each is a layer of docs/architecture.md.
 */

/** Our own folders, as paths that a rule can name. */
const src = (...folders) => `^src/(${folders.join('|')})/`
/** Code that is shipped to the browser. */
const SHIPPED = '^src/(main\\.tsx$|(app|ui|i18n|engine|hearing|search|transcript|store|core)/)'
/** Packages that only the build and the server may load. */
const NOT_SHIPPED = '^node_modules/(yaml|opencc-js|fastify|@fastify|vite|vite-plugin-pwa|@vitejs|tsx)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-nothing-but-core',
      comment: 'Rules are pure functions of data: no React, Node, YAML, XState or clock.',
      severity: 'error',
      from: { path: src('core') },
      to: { pathNot: src('core') },
    },
    {
      name: 'inner-parts-rest-on-core-only',
      comment: 'Each can be read, tested and replaced by itself.',
      severity: 'error',
      from: { path: '^src/(engine|hearing|search|transcript|store)/' },
      to: { path: '^src/', pathNot: ['^src/$1/', src('core')] },
    },
    {
      name: 'compiler-rests-on-core-engine-and-hearing',
      comment: 'It walks every path of a pack in the real engine, and teaches the recogniser.',
      severity: 'error',
      from: { path: src('compiler') },
      to: { path: '^src/', pathNot: src('compiler', 'engine', 'hearing', 'core') },
    },
    {
      name: 'app-ships-no-compiler-and-no-server',
      severity: 'error',
      from: { path: '^src/(main\\.tsx$|app/)' },
      to: { path: '^src/', pathNot: src('app', 'ui', 'i18n', 'engine', 'hearing', 'transcript', 'store', 'search', 'core') },
    },
    {
      name: 'desks-do-not-reach-into-each-other',
      comment: 'What two desks share stands beside them in src/app, or further in. hearing/ is no desk, it listens for all of them.',
      severity: 'error',
      from: { path: '^src/app/([^/]+)/' },
      to: { path: '^src/app/[^/]+/', pathNot: ['^src/app/$1/', '^src/app/hearing/'] },
    },
    {
      name: 'ui-knows-no-business',
      comment: 'These widgets could move to another product tomorrow.',
      severity: 'error',
      from: { path: src('ui') },
      to: { path: '^src/', pathNot: src('ui') },
    },
    {
      name: 'i18n-knows-no-desk',
      comment: 'Which language an agent has chosen is a setting; that is all it needs to know.',
      severity: 'error',
      from: { path: src('i18n') },
      to: { path: '^src/', pathNot: [src('i18n', 'core'), '^src/store/settings\\.ts$'] },
    },
    {
      name: 'server-shows-no-panel',
      severity: 'error',
      from: { path: src('server') },
      to: { path: '^src/', pathNot: src('server', 'compiler', 'engine', 'transcript', 'core') },
    },
    {
      name: 'cli-shows-no-panel',
      severity: 'error',
      from: { path: src('cli') },
      to: { path: src('app', 'ui', 'i18n') },
    },
    {
      name: 'browser-code-loads-nothing-of-node',
      severity: 'error',
      from: { path: SHIPPED },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-code-loads-no-build-tools',
      comment: 'Packs are shipped compiled: the panel parses no YAML and converts no script. A declaration file ships nothing.',
      severity: 'error',
      from: { path: SHIPPED, pathNot: '\\.d\\.ts$' },
      to: { path: NOT_SHIPPED, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-rests-on-no-test-or-script',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'product-needs-no-development-package',
      comment: '`npm ci --omit=dev && npm start` must do.',
      severity: 'error',
      from: { path: '^(src/|vite\\.config\\.ts)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
