import type { Hearing } from './hearing.ts'
import type { LinearModel } from './linear.ts'
import { ByteReader, ByteWriter, joinColumns, splitColumns } from './packed-bytes.ts'
import { packWeights, unpackWeights } from './packed-model.ts'
import { packStrings, unpackStrings } from './packed-strings.ts'

/** What a file begins with, so that no other file is taken for a recogniser. */
const MARK = new TextEncoder().encode('evenkeel hearing 1\n')

/** What seven bits a byte and whole numbers of 32 bits can hold. */
const MOST = 2 ** 31

/**
 * A recogniser as bytes, to be shipped after gzip. Its shape stands as JSON; only what is large stands beside it: models, lists of
 * strings, texts, numbers in ascending order. So a field that `Hearing` gets is packed with the others, as long as it is made of such things and of what JSON knows.
 */
export function packHearing(hearing: Hearing): Uint8Array {
  const models: LinearModel[] = []
  const lists: (readonly string[])[] = []
  const numbers = new ByteWriter()
  const shape = JSON.stringify(hearing, (_, value: unknown) => {
    if (isModel(value)) {
      const { classes, bias, scale } = value
      return { $model: models.push(value) - 1, classes, bias, scale }
    }
    if (isList(value)) return { $list: lists.push(value) - 1 }
    if (isAscending(value)) {
      for (const [i, each] of value.entries()) numbers.count(i === 0 ? each : each - (value[i - 1] as number))
      return { $ascending: value.length }
    }
    if (isText(value)) return { $text: lists.push([value]) - 1 }
    return value
  })
  const grams = [...new Set(models.flatMap(({ rows }) => [...rows.keys()]))].sort()
  const weights = models.map((model) => packWeights(model, grams, model.classes.length))
  const columns = joinColumns([new TextEncoder().encode(shape), packStrings([grams, ...lists]), joinColumns(weights), numbers.done()])
  return Uint8Array.from([...MARK, ...columns])
}

/** The recogniser again, ready for a `listener`. Throws when the bytes are none of `packHearing`. */
export function unpackHearing(bytes: Uint8Array): Hearing {
  if (!MARK.every((byte, i) => bytes[i] === byte)) throw new TypeError('these bytes are no recogniser of this version')
  const [shape, strings, weights, numbers] = splitColumns(bytes.subarray(MARK.length)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const steps = new ByteReader(numbers)
  const [grams, ...lists] = unpackStrings(strings) as [string[], ...string[][]]
  const models = splitColumns(weights)
  return JSON.parse(new TextDecoder().decode(shape), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$list' in value) return lists[value.$list as number]
    if ('$ascending' in value) {
      let last = 0
      return Array.from({ length: value.$ascending as number }, () => {
        last += steps.count()
        return last
      })
    }
    if ('$text' in value) return lists[value.$text as number]?.[0]
    if (!('$model' in value)) return value
    const { $model, ...model } = value as Pick<LinearModel, 'classes' | 'bias' | 'scale'> & { readonly $model: number }
    return { ...model, ...unpackWeights(models[$model] as Uint8Array, grams, model.classes.length) }
  }) as Hearing
}

function isModel(value: unknown): value is LinearModel {
  return typeof value === 'object' && value !== null && 'rows' in value && value.rows instanceof Map
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
}

function isAscending(value: unknown): value is readonly number[] {
  const fits = (each: unknown, i: number, all: readonly unknown[]) =>
    Number.isInteger(each) && (each as number) >= (i === 0 ? 0 : (all[i - 1] as number))
  return Array.isArray(value) && value.length > 1 && value.every(fits) && value.at(-1) < MOST
}

/** Whether a string is better kept among the others than in JSON. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 2 && /[^\0-\x7f]/.test(value)
}
