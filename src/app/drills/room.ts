import type { Answer } from '../../core/drill/answer.ts'
import type { CompiledDrills } from '../../core/drill/drills.ts'
import type { DrillLevel } from '../../core/drill/level.ts'
import type { Persona } from '../../core/drill/persona.ts'
import { type DrillRecord, type Hints, resultOf } from '../../core/drill/record.ts'
import type { TraineeTurn } from '../../core/drill/trainee-turn.ts'
import type { CallEvent } from '../../core/events.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { assess } from '../../core/scoring/assess.ts'
import { cutShort, farewell, openMoves } from '../../engine/drill/drill-call.ts'
import { type Cast, curtain, isOver, type Played, react } from '../../engine/drill/react.ts'
import { refold, saidSince } from '../../engine/drill/refold.ts'
import type { DrillStore } from '../../store/drill-store.ts'
import type { EarTrouble } from '../hearing/ear.ts'
import { type OpenEar, openPracticeCall, type PracticeCall } from '../practice-call.tsx'

/** What is chosen before a drill begins. */
export interface DrillChoice {
  readonly persona: Persona
  readonly level: DrillLevel
  readonly seed: number
  readonly hints: Hints
  readonly trainee: string
  readonly assignment?: string
}

export interface RoomHome {
  readonly pack: CompiledPack
  readonly drills: CompiledDrills
  readonly store: DrillStore
  readonly openEar: OpenEar
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly newId: () => string
}

/** One drill while it is played. */
export interface Room {
  readonly call: PracticeCall
  /** @returns how to unsubscribe */
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  snapshot(): RoomSnapshot
  say(text: string): void
  /** The trainee is typing: nobody is silent who is about to speak. */
  typing(): void
  takeHint(): void
  /** The trainee ends the talk as it stands, and gets a mark for it; nothing happens before the customer has spoken. */
  end(): void
  /** Ends the drill without a mark. */
  stop(): void
  close(): void
}

export interface RoomSnapshot {
  readonly record: DrillRecord
  readonly persona: Persona
  /** Whether the customer is about to say something. */
  readonly answering: boolean
  /** The panel is shown because a hint was asked for, until the customer has answered. */
  readonly hintShown: boolean
  readonly ended: boolean
  readonly trouble?: EarTrouble
  /** The last thing that the customer said, for who hears it aloud. */
  readonly lastWords?: string
}

/** How long a customer takes to answer: at once would be a machine, in milliseconds. */
const THINKS = { least: 600, perCharacter: 18, most: 1800 }

/** Begins a drill, and keeps it from its first moment on. */
export function openRoom(home: RoomHome, choice: DrillChoice): Room {
  const { matter: _, demand: __, ...known } = choice.persona.profile
  const call = openPracticeCall(home.pack, { channel: choice.persona.channel, profile: known }, home.openEar)
  const { state, events } = call.session.snapshot().call
  const record: DrillRecord = {
    id: state.id,
    persona: choice.persona.id,
    level: choice.level,
    seed: choice.seed,
    hints: choice.hints,
    hinted: 0,
    trainee: choice.trainee,
    startedAt: state.startedAt,
    pack: state.pack,
    drills: home.drills.hash,
    events,
    ...(choice.assignment ? { assignment: choice.assignment } : {}),
  }
  return runRoom(home, choice.persona, call, record, { played: curtain(castOf(home, choice.persona, record)) })
}

/** Goes on with a drill that was left, or from the point where one branches off. */
export function reopenRoom(home: RoomHome, persona: Persona, record: DrillRecord): Room {
  const call = openPracticeCall(home.pack, { events: record.events }, home.openEar)
  return runRoom(home, persona, call, record, refold(castOf(home, persona, record), record.events))
}

function castOf(
  { pack, drills }: Pick<RoomHome, 'pack' | 'drills'>,
  persona: Persona,
  { level, seed }: Pick<DrillRecord, 'level' | 'seed'>,
): Cast {
  return { pack, rules: drills.rules, persona, level, seed }
}

function runRoom(
  home: RoomHome,
  persona: Persona,
  call: PracticeCall,
  start: DrillRecord,
  from: { readonly played: Played; readonly unanswered?: TraineeTurn },
): Room {
  const cast = castOf(home, persona, start)
  const { session, listener } = call
  const listeners = new Set<() => void>()
  let record = start
  let { played } = from
  let answering: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined
  let hintShown = false
  let closed = false
  let current = look()

  const unsubscribe = session.subscribe(follow)
  const unheard = listener.subscribe(publish)
  void keep()
  if (!record.ended) {
    if (from.unanswered) answerSoon()
    else waitForWords()
  }

  function look(): RoomSnapshot {
    const trouble = listener.trouble()
    const lastWords = played.said.at(-1)
    return {
      record,
      persona,
      answering: answering !== undefined,
      hintShown,
      ended: record.ended !== undefined,
      ...(trouble ? { trouble } : {}),
      ...(lastWords === undefined ? {} : { lastWords }),
    }
  }

  function publish(): void {
    if (closed) return
    current = look()
    for (const each of listeners) each()
  }

  /** Something has happened in the call: what the agent said is answered, and the end of a call ends the drill. */
  function follow(): void {
    const { events, state } = session.snapshot().call
    if (events.length === record.events.length || record.ended) return
    const news = events.slice(record.events.length)
    record = { ...record, events }
    if (state.ended) finish(isOver(played) ? (played.customer.phase === 'gone' ? 'gone' : 'parted') : 'ended')
    else if (saidSince(news)) answerSoon()
    void keep()
    publish()
  }

  function answerSoon(): void {
    clearTimeout(answering)
    clearTimeout(quiet)
    const text = unanswered()?.text ?? ''
    answering = setTimeout(answer, Math.min(THINKS.most, THINKS.least + THINKS.perCharacter * text.length))
  }

  function waitForWords(): void {
    clearTimeout(quiet)
    quiet = setTimeout(answer, home.drills.rules.heat.quietAfter * 1000)
  }

  function unanswered(): TraineeTurn | undefined {
    const heard = record.events.findLastIndex((event) => event.type === 'Heard' && event.who === 'customer')
    return saidSince(record.events.slice(heard + 1))
  }

  /** The customer speaks: to what was said, or because nothing was. */
  function answer(): void {
    answering = undefined
    if (closed || record.ended || isOver(played)) return
    const { state } = session.snapshot().call
    const first = played.said.length === 0
    const reacted = react(cast, played, unanswered(), openMoves(home.pack, state))
    const { answer: said, ...next } = reacted
    played = next
    hintShown = false
    void speak(said, first).then(() => {
      if (closed || record.ended) return
      if (played.customer.phase === 'gone') session.dispatch({ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' })
      else if (played.customer.phase === 'parted') for (const command of farewell(session.snapshot().call)) session.dispatch(command)
      else waitForWords()
    })
  }

  /** As on the job: the recogniser hears it. Where there is none the words stand all the same, and the panel goes by its keys. */
  async function speak({ text }: Answer, first: boolean): Promise<void> {
    const turn = home.newId()
    await listener.hear([{ id: turn, who: 'customer', text }])
    const heard = session.snapshot().call.events.some((event) => event.type === 'Heard' && event.turn === turn)
    const findings = { scenarios: [], signals: [], moves: [], acts: [], violations: [] }
    if (!heard && !closed) session.dispatch({ type: 'Hear', turn, who: 'customer', text, findings })
    if (first) session.dispatch({ type: 'ChangeProfile', profile: persona.profile })
    publish()
  }

  function finish(how: NonNullable<DrillRecord['ended']>['how']): void {
    clearTimeout(answering)
    clearTimeout(quiet)
    answering = undefined
    const ended = { at: home.clock(), how }
    if (how === 'stopped') record = { ...record, ended }
    else {
      const { scoring } = home.drills
      record = { ...record, ended, result: resultOf(assess(home.pack, scoring, record.events), record, scoring.pass) }
    }
  }

  async function keep(): Promise<void> {
    await home.store.keep(record).catch(() => {})
  }

  return {
    call,
    subscribe(each) {
      listeners.add(each)
      return () => listeners.delete(each)
    },
    snapshot: () => current,
    say(text) {
      if (record.ended || text.trim() === '') return
      void sayAloud(text.trim())
    },
    typing() {
      if (quiet !== undefined && answering === undefined && !record.ended) waitForWords()
    },
    takeHint() {
      if (record.ended || hintShown || record.hints !== 'asked') return
      hintShown = true
      record = { ...record, hinted: record.hinted + 1 }
      void keep()
      publish()
    },
    end() {
      if (record.ended || played.said.length === 0) return
      const { call } = session.snapshot()
      for (const command of played.customer.phase === 'agreed' ? farewell(call) : cutShort(call)) session.dispatch(command)
    },
    stop() {
      if (record.ended) return
      finish('stopped')
      void keep()
      publish()
    },
    close() {
      closed = true
      clearTimeout(answering)
      clearTimeout(quiet)
      unsubscribe()
      unheard()
      listeners.clear()
      call.close()
    },
  }

  async function sayAloud(text: string): Promise<void> {
    const turn = home.newId()
    clearTimeout(quiet)
    await listener.hear([{ id: turn, who: 'agent', text }])
    const heard = session.snapshot().call.events.some((event) => event.type === 'Heard' && event.turn === turn)
    const findings = { scenarios: [], signals: [], moves: [], acts: [], violations: [] }
    if (!heard && !closed) session.dispatch({ type: 'Hear', turn, who: 'agent', text, findings })
  }
}

/**
 * The log of a drill up to a turn of the agent, for another try from there: as if it had been played just now.
 *
 * @param before id of an event of that turn
 * @param now milliseconds since the epoch
 */
export function cutBefore(events: readonly CallEvent[], before: string, call: string, now: number): readonly CallEvent[] {
  const turn = events.find(({ id }) => id === before)
  const kept = events.slice(
    0,
    Math.max(
      0,
      events.findIndex(({ cause }) => cause === turn?.cause),
    ),
  )
  const later = now - (kept.at(-1)?.at ?? now)
  return kept.map((event) => ({
    ...event,
    call,
    at: event.at + later,
    ...(event.type === 'PromiseMade' ? { due: event.due + later } : {}),
  }))
}
