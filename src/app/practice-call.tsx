import type { CallEvent, Profile } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { Channel } from '../core/vocabulary.ts'
import { restore } from '../engine/advance.ts'
import type { OpenedEar } from './hearing/ear.ts'
import { type CallListener, createCallListener } from './panel/call-listener.ts'
import { createDemoHome } from './panel/demo/demo-home.ts'
import { Panel } from './panel/panel.tsx'
import { openSession, type Session, startSession } from './panel/session.ts'

/** A call as on the job, of which nothing is kept among real ones. */
export interface PracticeCall {
  readonly session: Pick<Session, 'dispatch' | 'snapshot' | 'subscribe'>
  readonly listener: Pick<CallListener, 'hear' | 'trouble' | 'subscribe'>
  close(): void
}

export type OpenEar = () => Promise<OpenedEar>

/** How a practice call begins: anew, or where a log of one ends. */
export type PracticeStart = { readonly channel: Channel; readonly profile: Profile } | { readonly events: readonly CallEvent[] }

const OPENED = new WeakMap<PracticeCall, { readonly session: Session; readonly listener: CallListener }>()

export function openPracticeCall(pack: CompiledPack, start: PracticeStart, openEar: OpenEar): PracticeCall {
  const home = createDemoHome()
  const session = 'events' in start ? openSession(home, restore(pack, start.events), { saved: [] }) : startSession(home, pack, start)
  const listener = createCallListener(session, openEar)
  const call: PracticeCall = {
    session,
    listener,
    close() {
      listener.close()
      session.close()
    },
  }
  OPENED.set(call, { session, listener })
  return call
}

/** The panel as it stands beside a call on the job. */
export function PracticePanel({ call, onTalk }: { readonly call: PracticeCall; readonly onTalk: () => void }) {
  const opened = OPENED.get(call)
  if (!opened) return null
  return <Panel session={opened.session} listener={opened.listener} beside onTalk={onTalk} onNext={() => {}} onHome={() => {}} />
}
