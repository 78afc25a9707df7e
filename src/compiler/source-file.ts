import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { closest } from './closest.ts'
import type { Diagnostic, Severity } from './diagnostics.ts'

export type Path = readonly PropertyKey[]

interface Parsed {
  readonly value: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/** Files by path, as they were read last. */
const opened = new Map<string, SourceFile>()

/** A YAML file that remembers where everything in it was written. */
export class SourceFile {
  readonly path: string
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  readonly #lines = new LineCounter()
  readonly #document
  readonly #text
  readonly #places = new Map<string, number>()
  readonly #parsed = new Map<unknown, Map<string, Parsed>>()

  /** The file as it was read last if it has not changed: an author who saves one file waits for that one only. */
  static open(path: string, text: string): SourceFile {
    const known = opened.get(path)
    if (known && known.#text === text) return known
    const file = new SourceFile(path, text)
    opened.set(path, file)
    return file
  }

  constructor(path: string, text: string) {
    this.path = path
    this.#text = text
    this.#document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true })
    this.diagnostics = this.#document.errors.map((error) => ({
      file: path,
      line: error.linePos?.[0].line ?? 1,
      severity: 'error',
      rule: 'yaml',
      message: error.message.split('\n')[0] ?? 'not valid YAML',
      tip: 'Check indentation, quotes and colons around this line.',
    }))
    this.data = this.diagnostics.length > 0 ? undefined : this.#document.toJS()
  }

  /** The line of a value, or of the nearest thing around it that was written. For a mapping entry, the line of its key. */
  line(path: Path): number {
    const key = keyOf(path)
    const line = this.#places.get(key) ?? this.#lineOf(path)
    this.#places.set(key, line)
    return line
  }

  #lineOf(path: Path): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const offset = this.#offset(path.slice(0, depth))
      if (offset !== undefined) return this.#lines.linePos(offset).line
    }
    return 1
  }

  /** `file:line` of a value. */
  at(path: Path): string {
    return `${this.path}:${this.line(path)}`
  }

  report(path: Path, rule: string, message: string, tip: string, severity: Severity = 'error'): Diagnostic {
    return { file: this.path, line: this.line(path), severity, rule, message, tip }
  }

  /** Checks a value of this file against a schema; every fault becomes a diagnostic at its line. */
  parse<T>(schema: z.ZodType<T>, path: Path, found: Diagnostic[]): T | undefined {
    const own = this.#parsed.get(schema) ?? new Map<string, Parsed>()
    this.#parsed.set(schema, own)
    const key = keyOf(path)
    const parsed = own.get(key) ?? this.#parse(schema, path)
    own.set(key, parsed)
    found.push(...parsed.diagnostics)
    return parsed.value as T | undefined
  }

  #parse<T>(schema: z.ZodType<T>, path: Path): Parsed {
    const value = path.length === 0 ? this.data : (this.#document.getIn(path, true) as { toJS?: (d: unknown) => unknown } | undefined)
    const plain = path.length === 0 ? value : plainOf(value, this.#document)
    const result = schema.safeParse(plain)
    if (result.success) return { value: result.data, diagnostics: [] }
    return { value: undefined, diagnostics: result.error.issues.map((issue) => this.#diagnose(issue, path)) }
  }

  #diagnose(issue: z.core.$ZodIssue, base: Path): Diagnostic {
    const path = [...base, ...issue.path]
    const where = (issue.path.length > 0 ? issue.path : base).map(String).join('.') || 'the file'
    switch (issue.code) {
      case 'invalid_value': {
        const options = issue.values.map(String)
        const given = String(issue.input ?? this.#document.getIn(path))
        return this.report(path, 'unknown-name', `“${given}” is not a name that ${where} can have`, suggest(given, options))
      }
      case 'unrecognized_keys': {
        const key = issue.keys[0] ?? ''
        const valueless = this.#document.getIn([...path, key]) === null
        const tip = valueless ? 'Between { } a comma ends a value: put a text with a comma in quotes.' : 'See docs/packs.md for the fields.'
        return this.report([...path, key], 'shape', `${where} has no field “${issue.keys.join('”, “')}”`, tip)
      }
      default:
        return this.report(path, 'shape', `${where}: ${issue.message}`, 'See docs/packs.md for the form.')
    }
  }

  #offset(path: Path): number | undefined {
    if (path.length === 0) return isMap(this.#document.contents) ? this.#document.contents.range?.[0] : 0
    const parent = this.#document.getIn(path.slice(0, -1), true)
    const last = path[path.length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === last)
      return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined
    }
    const node = this.#document.getIn(path, true) as { range?: readonly number[] | null } | undefined
    return node?.range?.[0]
  }
}

function keyOf(path: Path): string {
  return path.map(String).join('\0')
}

function plainOf(node: unknown, document: unknown): unknown {
  const convertible = node as { toJS?: (document: unknown) => unknown } | undefined
  return convertible?.toJS ? convertible.toJS(document) : node
}

/** “Did you mean …?”, or the whole list when it is short. */
export function suggest(name: string, known: Iterable<string>): string {
  const names = [...known]
  const guess = closest(name, names)
  if (guess) return `Did you mean “${guess}”?`
  return names.length > 0 && names.length <= 14 ? `Known: ${names.join(', ')}.` : 'Check the spelling, or define it first.'
}
