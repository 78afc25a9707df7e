import type { Hosts } from '../../../transcript/hosts.ts'
import { receiveServerEvents } from '../../../transcript/server-events.ts'
import { receiveWindowMessages, tellPagesAround } from '../../../transcript/window-messages.ts'
import type { Source } from './host.ts'

/** Where the server passes on events. */
const EVENTS = '/events'

/** Whoever may tell this window about calls: the pages around it and the server. */
export function sourcesOf(hosts: Hosts): readonly Source[] {
  return [...(hosts.origins.length > 0 ? [pageAround(hosts)] : []), ...(hosts.events ? [serverEvents] : [])]
}

/** A page around this one is there when it first says something. */
function pageAround(hosts: Hosts): Source {
  return ({ onMessage, onRefusal, onConnected }) => {
    let heardFrom = false
    const stop = receiveWindowMessages(window, hosts, {
      onRefusal,
      onMessage(message) {
        if (!heardFrom) onConnected(true)
        heardFrom = true
        onMessage(message)
      },
    })
    tellPagesAround(window, hosts)
    return stop
  }
}

const serverEvents: Source = ({ onMessage, onRefusal, onConnected }) => {
  let open = false
  return receiveServerEvents(EVENTS, {
    onMessage,
    onRefusal,
    onLine(line) {
      if ((line === 'open') !== open) onConnected(line === 'open')
      open = line === 'open'
    },
  })
}
