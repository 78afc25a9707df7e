/**
 * Writes what is derived from source and kept in the repository: the JSON Schemas that editors use for packs, and the
 * interface's words in Traditional Chinese.
 * `npm run gen` writes; `npm run gen -- --check` exits 1 when something is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SCHEMAS } from '../src/compiler/schema.ts'
import bookWords from '../src/i18n/book/zh-Hans.json' with { type: 'json' }
import casesWords from '../src/i18n/cases/zh-Hans.json' with { type: 'json' }
import concessionWords from '../src/i18n/concessions/zh-Hans.json' with { type: 'json' }
import drillCardsWords from '../src/i18n/drill-cards/zh-Hans.json' with { type: 'json' }
import drillClassWords from '../src/i18n/drill-class/zh-Hans.json' with { type: 'json' }
import drillsWords from '../src/i18n/drills/zh-Hans.json' with { type: 'json' }
import formsWords from '../src/i18n/forms/zh-Hans.json' with { type: 'json' }
import standingWords from '../src/i18n/standing/zh-Hans.json' with { type: 'json' }
import simplified from '../src/i18n/zh-Hans.json' with { type: 'json' }
import { traditionalWords } from './traditional-words.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const checkOnly = process.argv.includes('--check')

const generated = [
  ...Object.entries(SCHEMAS).map(([name, schema]) => ({
    path: join('scenarios', 'schema', `${name}.schema.json`),
    text: asFile({ title: `Evenkeel ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) }),
  })),
  { path: join('src', 'i18n', 'zh-Hant.json'), text: asFile(traditionalWords(simplified)) },
  { path: join('src', 'i18n', 'book', 'zh-Hant.json'), text: asFile(traditionalWords(bookWords)) },
  { path: join('src', 'i18n', 'concessions', 'zh-Hant.json'), text: asFile(traditionalWords(concessionWords)) },
  { path: join('src', 'i18n', 'standing', 'zh-Hant.json'), text: asFile(traditionalWords(standingWords)) },
  { path: join('src', 'i18n', 'cases', 'zh-Hant.json'), text: asFile(traditionalWords(casesWords)) },
  { path: join('src', 'i18n', 'drill-cards', 'zh-Hant.json'), text: asFile(traditionalWords(drillCardsWords)) },
  { path: join('src', 'i18n', 'drill-class', 'zh-Hant.json'), text: asFile(traditionalWords(drillClassWords)) },
  { path: join('src', 'i18n', 'drills', 'zh-Hant.json'), text: asFile(traditionalWords(drillsWords)) },
  { path: join('src', 'i18n', 'forms', 'zh-Hant.json'), text: asFile(traditionalWords(formsWords)) },
]

const stale = generated.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
for (const { path, text } of checkOnly ? [] : stale) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  process.stdout.write(`wrote ${path}\n`)
}
if (checkOnly && stale.length > 0) {
  for (const { path } of stale) process.stderr.write(`${path} is stale: run npm run gen\n`)
  process.exitCode = 1
}

function asFile(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
