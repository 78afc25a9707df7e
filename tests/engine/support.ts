import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Command, Profile } from '../../src/core/events.ts'
import { type Finding, type Findings, NOTHING_FOUND, type Speaker } from '../../src/core/heard.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { type CallView, view } from '../../src/core/view.ts'
import type { Channel } from '../../src/core/vocabulary.ts'
import { advance, type Call, startCall } from '../../src/engine/advance.ts'
import type { Env } from '../../src/engine/recorder.ts'

/** Ten in the morning of a Monday in Shanghai. */
export const MONDAY = Date.parse('2026-11-23T10:00:00+08:00')

/** A pack by id, as `tests/packs-setup.ts` compiled it: `telecom`, or `mini` of the fixtures. */
export function packOf(id: 'telecom' | 'mini'): CompiledPack {
  const path = inject('packs')[id]
  if (!path) throw new Error(`no pack ${id}`)
  return JSON.parse(readFileSync(path, 'utf8')) as CompiledPack
}

/** A call under test: commands by the second, and what the panel would show. */
export class Talk {
  call: Call
  now = MONDAY
  #ids = 0
  #turns = 0

  constructor(pack: CompiledPack, channel: Channel = 'phone', profile: Profile = {}) {
    this.call = startCall(pack, { type: 'StartCall', call: 'call-1', channel, profile }, this.env()).call
  }

  env(): Env {
    return { now: this.now, newId: () => `event-${++this.#ids}` }
  }

  /** Carries out commands, a second apart; fails when one is refused. */
  does(...commands: Command[]): this {
    for (const command of commands) {
      const refusal = this.tries(command)
      if (refusal) throw new Error(`${JSON.stringify(command)} was refused: ${refusal}`)
    }
    return this
  }

  /** Carries out a command, and returns the code of the refusal if there is one. */
  tries(command: Command): string | undefined {
    this.now += 1000
    const advanced = advance(this.call, command, this.env())
    if (!advanced.ok) return advanced.refusal.code
    this.call = advanced.call
    return undefined
  }

  /** Marks the line on the card as said. */
  says(): this {
    return this.does({ type: 'SayLine', line: this.view.card.line.id, wording: 0, via: 'card' })
  }

  moves(...moves: string[]): this {
    return this.does(...moves.map((move): Command => ({ type: 'MakeMove', move })))
  }

  starts(scenario: string): this {
    return this.does({ type: 'StartScenario', scenario })
  }

  /** Something is said, and it shows what is given; each time another turn unless one is named. */
  hears(who: Speaker, text: string, found: Partial<Findings> = {}, turn = `turn-${++this.#turns}`): this {
    this.now += 1000
    const command: Command = { type: 'Hear', turn, who, text, findings: { ...NOTHING_FOUND, ...found } }
    const advanced = advance(this.call, command, { ...this.env(), origin: 'heard' })
    if (advanced.ok) this.call = advanced.call
    return this
  }

  get view(): CallView {
    return view(this.call.state, this.call.pack, this.now)
  }

  /** Where the front machine stands: `journey.greet`. */
  get at(): string {
    return `${this.view.front.machine}.${this.view.front.state}`
  }
}

/** Something recognised with this sureness, quoting the first characters. */
export function found<Id extends string>(id: Id, score = 0.95): Finding<Id> {
  return { id, score, because: [{ text: '记', start: 0, end: 1 }] }
}
