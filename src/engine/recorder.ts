import type { CallEvent, Fact, Origin } from '../core/events.ts'
import { invariant } from '../core/invariant.ts'
import type { CompiledPack } from '../core/pack.ts'
import { type CallState, evolve } from '../core/state.ts'

/** What the engine may not find out by itself: the time, ids, and whose doing it is. */
export interface Env {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly newId: () => string
  readonly origin?: Origin
}

/** Collects the facts that one command leads to, each folded in before the next is decided. */
export class Recorder {
  readonly events: CallEvent[] = []
  readonly pack: CompiledPack
  readonly #call: string
  readonly #env: Env
  #seq: number
  #state: CallState | undefined

  constructor(pack: CompiledPack, call: string, state: CallState | undefined, env: Env) {
    this.pack = pack
    this.#call = call
    this.#state = state
    this.#seq = state?.seq ?? 0
    this.#env = env
  }

  get state(): CallState {
    invariant(this.#state, 'nothing has been recorded yet')
    return this.#state
  }

  get now(): number {
    return this.#env.now
  }

  emit(fact: Fact): void {
    this.#seq += 1
    const id = this.#env.newId()
    const event: CallEvent = {
      id,
      call: this.#call,
      seq: this.#seq,
      at: this.#env.now,
      origin: this.#env.origin ?? 'agent',
      cause: this.events[0]?.id ?? id,
      ...fact,
    }
    this.events.push(event)
    this.#state = evolve(this.#state, event)
  }
}
