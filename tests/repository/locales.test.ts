import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFiles } from './files.ts'

interface Words {
  readonly [key: string]: string | Words
}

/** Every text of a locale file, by its dotted key. */
function flatten(words: Words, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

/** Chinese has one form where English has `_one` and `_other`. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const keysOf = (texts: ReadonlyMap<string, string>) => [...new Set([...texts.keys()].map(withoutPlural))].sort()
const slotsOf = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, slot]) => slot))].sort()

const locales = projectFiles(/\.json$/, 'src/i18n').map(({ path, text }) => ({ path, texts: flatten(JSON.parse(text)) }))
const isSource = ({ path }: { readonly path: string }) => path.endsWith('/zh-Hans.json')
const sources = locales.filter(isSource)
const others = locales
  .filter((locale) => !isSource(locale))
  .map((locale) => ({ ...locale, source: sources.find(({ path }) => dirname(path) === dirname(locale.path)) }))

test('the interface speaks Simplified, Traditional and English at every desk', () => {
  const languages = ['en', 'zh-Hans', 'zh-Hant']
  const sets = [
    'src/i18n/book',
    'src/i18n/concessions',
    'src/i18n/forms',
    'src/i18n/cases',
    'src/i18n/drills',
    'src/i18n/drill-class',
    'src/i18n/drill-cards',
    'src/i18n/standing',
    'src/i18n',
  ]
  expect(locales.map(({ path }) => path).sort()).toEqual(
    sets.flatMap((set) => languages.map((language) => `${set}/${language}.json`)).sort(),
  )
})

test('no desk takes a word from another', () => {
  const keys = sources.flatMap(({ texts }) => [...texts.keys()])
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test.each(locales)('$path leaves nothing empty', ({ texts }) => {
  expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
})

describe.each(others)('$path', ({ texts, source }) => {
  test('has the keys of Simplified, and no other', () => {
    expect(keysOf(texts)).toEqual(keysOf(source?.texts ?? new Map()))
  })

  test('fills in what Simplified fills in', () => {
    const bySource = new Map([...(source?.texts ?? [])].map(([key, text]) => [withoutPlural(key), slotsOf(text)]))
    const different = [...texts].filter(([key, text]) => {
      // A singular may say “one call” where the plural says the number.
      if (key.endsWith('_one')) return slotsOf(text).some((slot) => !bySource.get(withoutPlural(key))?.includes(slot))
      return String(slotsOf(text)) !== String(bySource.get(withoutPlural(key)))
    })
    expect(different).toEqual([])
  })
})
