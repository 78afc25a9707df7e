import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exists, projectFiles, read } from './files.ts'

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts
/** Of npm itself, without a script. */
const NPM = ['ci', 'install']

const documents = projectFiles(/\.md$/)

/** What a text tells its reader to run with npm. */
function npmCommands(text: string): readonly string[] {
  return [...text.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '')
}

/** The commands of `evenkeel` in a text. */
function evenkeelCommands(text: string): readonly string[] {
  return [...text.matchAll(/\bevenkeel -- ([a-z]+)/g)].map(([, name]) => name ?? '')
}

/** Where the links of a text lead, without those that leave the project. */
function links(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|<(?:img|a)\b[^>]*?\b(?:src|href)="([^"#]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
}

describe.each(documents)('$path', ({ path, text }) => {
  test('names no npm command that does not exist', () => {
    expect(npmCommands(text).filter((name) => !NPM.includes(name) && !(name in SCRIPTS))).toEqual([])
  })

  test('names no evenkeel command that does not exist', () => {
    expect(evenkeelCommands(text).filter((name) => !exists(`src/cli/${name}.ts`))).toEqual([])
  })

  test('links to nothing that is not there', () => {
    expect(links(text).filter((target) => !exists(join(dirname(path), target)))).toEqual([])
  })
})

test('both READMEs give the same commands and the same pictures', () => {
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]
  expect(npmCommands(chinese)).toEqual(npmCommands(english))
  expect(evenkeelCommands(chinese)).toEqual(evenkeelCommands(english))
  const pictures = (text: string) => links(text).filter((target) => /\.(png|svg|gif)$/.test(target))
  expect(pictures(chinese)).toEqual(pictures(english))
})
