import { afterEach, describe, expect, test, vi } from 'vitest'
import { type LogChannel, openLogChannel } from '../../src/store/log-channel.ts'

const open: LogChannel[] = []

function listen(call: string, heard: (seq: number) => void = () => {}): LogChannel {
  const channel = openLogChannel(call, heard)
  open.push(channel)
  return channel
}

afterEach(() => {
  for (const channel of open.splice(0)) channel.close()
  vi.unstubAllGlobals()
})

describe('how far a log is written', () => {
  test('is heard by the other tabs that show the call, not by oneself and not by other calls', async () => {
    const [self, same, other] = [vi.fn(), vi.fn(), vi.fn()]
    const writer = listen('a', self)
    listen('a', same)
    listen('b', other)
    writer.announce(7)
    await vi.waitFor(() => expect(same).toHaveBeenCalledExactlyOnceWith(7))
    expect(self).not.toHaveBeenCalled()
    expect(other).not.toHaveBeenCalled()
  })

  test('is nothing but a number', async () => {
    const heard = vi.fn()
    listen('a', heard)
    const stranger = new BroadcastChannel('evenkeel.call.a')
    stranger.postMessage({ seq: 9 })
    stranger.postMessage(3)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(3))
    stranger.close()
  })

  test('is told to nobody where there are no channels', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    expect(() => listen('a').announce(1)).not.toThrow()
  })
})
