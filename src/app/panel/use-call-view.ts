import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CompiledPack } from '../../core/pack.ts'
import { type CallView, view } from '../../core/view.ts'
import { inTraditional } from '../traditional-pack.ts'
import { useWords } from '../words.tsx'
import { keepSame } from './keep-same.ts'
import { nextChange } from './next-change.ts'
import type { Session, SessionSnapshot } from './session.ts'

/** What a session shows: its snapshot, the view of its call, and the pack in the script that is shown. */
export interface Shown {
  readonly snapshot: SessionSnapshot
  readonly view: CallView
  readonly pack: CompiledPack
}

export function useCallView(session: Session): Shown {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const { call } = snapshot
  const { dictionary } = useWords()
  const pack = useMemo(() => (dictionary ? inTraditional(call.pack, dictionary) : call.pack), [call.pack, dictionary])

  const [wokenAt, setWokenAt] = useState(Date.now)
  // Whatever happened last happened no earlier than this, so nothing on show is older than what it shows.
  const now = Math.max(wokenAt, call.events.at(-1)?.at ?? 0)
  useEffect(() => {
    const timer = setTimeout(() => setWokenAt(Date.now()), nextChange(call.state, call.pack, now) - now)
    return () => clearTimeout(timer)
  }, [call, now])

  const [look] = useState(rememberingView)
  const shown = useMemo(() => look(call.state, pack, now), [look, call, pack, now])
  return { snapshot, pack, view: shown }
}

/** Views whose parts stay the same objects while they stay equal. */
function rememberingView(): typeof view {
  let last: CallView | undefined
  return (...of) => {
    last = keepSame(last, view(...of))
    return last
  }
}
