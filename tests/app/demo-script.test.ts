import { describe, expect, test } from 'vitest'
import { DEMO_SCRIPT } from '../../src/app/panel/demo/demo-script.ts'
import { actionFor } from '../../src/app/panel/intents.ts'
import { packOf, Talk } from '../engine/support.ts'

const commands = DEMO_SCRIPT.flatMap(({ command }) => command ?? [])

describe('the demo call', () => {
  test('goes through on the telecom pack, each step by a key of the panel, to a settled end with all three moments met', () => {
    const talk = new Talk(packOf('telecom'))
    for (const command of commands) {
      expect(actionFor(command, talk.view), JSON.stringify(command)).toBeDefined()
      talk.does(command)
    }
    expect(talk.view.ended?.outcome).toBe('settled')
    expect(talk.view.checkpoints.map(({ status }) => status)).toEqual(['met', 'met', 'met'])
  })

  test('shows a temper that rises and falls', () => {
    const talk = new Talk(packOf('telecom'))
    const tempers = commands.map((command) => talk.does(command).view.temper.level)
    expect(new Set(tempers)).toEqual(new Set(['calm', 'upset', 'angry']))
    expect(tempers.at(-1)).toBe('calm')
  })

  test('takes less than a minute, and leaves each step time to be seen', () => {
    const times = DEMO_SCRIPT.map(({ at }) => at)
    expect(times.at(-1)).toBeLessThan(60)
    for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(0.75)
  })
})
