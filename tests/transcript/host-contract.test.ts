import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MESSAGE_REFUSALS, MESSAGE_TYPES, MOST_BYTES } from '../../src/transcript/contract.ts'
import { readMessage } from '../../src/transcript/read-message.ts'

const document = readFileSync(new URL('../../docs/host-contract.md', import.meta.url), 'utf8')

describe('docs/host-contract.md', () => {
  const examples = [...document.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json ?? '')

  test('has an example of every type, and each is taken', () => {
    const read = examples.map(readMessage)
    expect(read.map((reading) => 'message' in reading && reading.message.type)).toEqual(MESSAGE_TYPES)
  })

  test('names every reason for a refusal', () => {
    const named = [...document.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
    expect(named).toEqual(expect.arrayContaining([...MESSAGE_REFUSALS]))
  })

  test('tells the limit', () => expect(document).toContain(`at most ${MOST_BYTES / 1024} KiB`))
})
