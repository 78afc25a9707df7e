import { describe, expect, test, vi } from 'vitest'
import { LatestRecognisers, type Recogniser } from '../../src/compiler/hearing/recognisers.ts'

/** A recogniser that is learnt when the test says so. */
function learning(key: string) {
  let settle: { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (fault: Error) => void } | undefined
  const promise = new Promise<Uint8Array>((resolve, reject) => {
    settle = { resolve, reject }
  })
  const recogniser = {
    key,
    bytes: vi.fn(() => promise),
    stop: vi.fn(() => settle?.reject(new Error('stopped'))),
  } satisfies Recogniser
  return { recogniser, finish: () => settle?.resolve(new TextEncoder().encode(key)) }
}

describe('while an author writes', () => {
  test('nothing is learnt before somebody listens', () => {
    const latest = new LatestRecognisers(() => {})
    const [first, second] = [learning('first'), learning('second')]
    expect(latest.take('mini', first.recogniser).key).toBe('first')
    expect(latest.take('mini', second.recogniser).key).toBe('second')
    expect([first.recogniser.bytes, second.recogniser.bytes].map(({ mock }) => mock.calls)).toEqual([[], []])
  })

  test('the last recogniser stays until the next has been learnt, which is told then', async () => {
    const onLearnt = vi.fn()
    const latest = new LatestRecognisers(onLearnt)
    const [first, second] = [learning('first'), learning('second')]
    void latest.take('mini', first.recogniser).bytes()
    expect(latest.take('mini', second.recogniser).key).toBe('first')
    expect(onLearnt).not.toHaveBeenCalled()
    second.finish()
    await vi.waitFor(() => expect(onLearnt).toHaveBeenCalledOnce())
    expect(latest.take('mini', learning('second').recogniser).key).toBe('second')
  })

  test('what was begun is given up for what was saved later, and when it is as it was before', async () => {
    const onLearnt = vi.fn()
    const latest = new LatestRecognisers(onLearnt)
    const [first, second, third] = [learning('first'), learning('second'), learning('third')]
    void latest.take('mini', first.recogniser).bytes()
    latest.take('mini', second.recogniser)
    latest.take('mini', third.recogniser)
    expect(second.recogniser.stop).toHaveBeenCalled()
    expect(latest.take('mini', learning('first').recogniser).key).toBe('first')
    expect(third.recogniser.stop).toHaveBeenCalled()
    await Promise.resolve()
    expect(onLearnt).not.toHaveBeenCalled()
  })
})
