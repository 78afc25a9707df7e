/** Tells the other tabs that show a call how far its log has been written. It carries nothing else: they read the log. */
export interface LogChannel {
  announce(seq: number): void
  close(): void
}

/** @param heard called with the number of the last event that another tab has written */
export type OpenLogChannel = (call: string, heard: (seq: number) => void) => LogChannel

export const openLogChannel: OpenLogChannel = (call, heard) => {
  if (!globalThis.BroadcastChannel) return { announce() {}, close() {} }
  const channel = new BroadcastChannel(`evenkeel.call.${call}`)
  channel.onmessage = ({ data }) => {
    if (Number.isInteger(data)) heard(data)
  }
  return { announce: (seq) => channel.postMessage(seq), close: () => channel.close() }
}
