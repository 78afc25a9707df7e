import { describe, expect, test } from 'vitest'
import { makeSpelling } from '../../src/compiler/spelling.ts'
import { openLineFinder, type SearchWorker } from '../../src/search/line-finder.ts'
import type { Hit } from '../../src/search/line-search.ts'
import type { Asked } from '../../src/search/messages.ts'
import { packOfLines } from './support.ts'

const pack = packOfLines({ slowly: '您慢慢说', refund: '退费定下来了' })
const everywhere = {}

/** A worker that answers when the test says so. */
class SlowWorker implements SearchWorker {
  onmessage: SearchWorker['onmessage'] = null
  onerror: SearchWorker['onerror'] = null
  readonly asked: Asked[] = []
  gone = false

  postMessage(message: Asked): void {
    this.asked.push(message)
  }
  terminate(): void {
    this.gone = true
  }
  answers(id: number, line: string): void {
    this.onmessage?.({ data: { id, hits: [{ line, text: '', ranges: [] }] } } as unknown as Parameters<
      NonNullable<SearchWorker['onmessage']>
    >[0])
  }
  fails(): void {
    this.onerror?.({ preventDefault() {} } as ErrorEvent)
  }
}

function opened() {
  const worker = new SlowWorker()
  const finder = openLineFinder(pack, makeSpelling(), () => worker)
  const answers: string[][] = []
  const find = (query: string) => finder.find(query, everywhere, (hits: readonly Hit[]) => answers.push(hits.map(({ line }) => line)))
  const ids = () => worker.asked.flatMap((message) => (message.type === 'find' ? [message.id] : []))
  return { worker, finder, find, answers, ids }
}

describe('with a worker', () => {
  test('the latest question only is answered, whatever comes back and when', () => {
    const { worker, find, answers, ids } = opened()
    find('n')
    find('nm')
    const [first = 0, second = 0] = ids()
    worker.answers(first, 'refund')
    expect(answers).toEqual([])
    worker.answers(second, 'slowly')
    worker.answers(second, 'slowly')
    expect(answers).toEqual([['slowly']])
  })

  test('a scope is told once, before the first question in it', () => {
    const { worker, find } = opened()
    find('n')
    find('nm')
    expect(worker.asked.map(({ type }) => type)).toEqual(['open', 'scope', 'find', 'find'])
  })

  test('what it leaves open when it fails is answered in the page, and so is what comes after', () => {
    const { worker, find, answers } = opened()
    find('nmms')
    worker.fails()
    expect(worker.gone).toBe(true)
    find('tuifei')
    expect(answers).toEqual([['slowly'], ['refund']])
  })

  test('nothing is answered once it is closed', () => {
    const { worker, finder, find, answers, ids } = opened()
    find('nmms')
    finder.close()
    worker.answers(ids()[0] ?? 0, 'slowly')
    expect(answers).toEqual([])
  })
})

test('without a worker a question is answered at once', () => {
  const finder = openLineFinder(pack, makeSpelling())
  let found: readonly Hit[] = []
  finder.find('manman', everywhere, (hits) => {
    found = hits
  })
  expect(found).toMatchObject([{ line: 'slowly', ranges: [[1, 3]] }])
})
