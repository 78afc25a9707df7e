import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { actionFor } from '../../../src/app/panel/intents.ts'
import { KEYS } from '../../../src/app/panel/keys.ts'
import type { Command } from '../../../src/core/events.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import { type CallView, view } from '../../../src/core/view.ts'
import { type Channel, END_REASONS, type EndReason, SCENARIO_GROUPS } from '../../../src/core/vocabulary.ts'
import { advance, type Call, startCall } from '../../../src/engine/advance.ts'
import { walkingEnv } from '../../../src/engine/walk.ts'
import words from '../../../src/i18n/zh-Hans.json' with { type: 'json' }
import { DIGITS, LETTERS, UPPER_ROW } from '../../../src/ui/shortcut-rows.ts'
import { packOf } from '../../engine/support.ts'

/** The pack that the served panel runs on. */
export function telecomPack(): CompiledPack {
  return packOf('telecom')
}

/**
 * Somebody who takes a call on the panel with nothing but keys. Beside the page runs the same call in the engine, and after each
 * key the page must show what the engine says.
 */
export class Agent {
  page: Page
  readonly #pack: CompiledPack
  readonly #env = walkingEnv(Date.now())
  #call: Call

  private constructor(page: Page, pack: CompiledPack, channel: Channel) {
    this.page = page
    this.#pack = pack
    this.#call = startCall(pack, { type: 'StartCall', call: 'beside', channel, profile: {} }, this.#env).call
  }

  /** Starts a call with one key, from the start page or from the end of the call before. */
  static async starts(page: Page, pack: CompiledPack, channel: Channel): Promise<Agent> {
    await page.getByRole('navigation').or(page.getByText(words.wrapUp.title)).first().waitFor()
    await page.keyboard.press(channel === 'phone' ? 'KeyN' : 'KeyH')
    const agent = new Agent(page, pack, channel)
    await agent.sees()
    return agent
  }

  get view(): CallView {
    return view(this.#call.state, this.#pack, Date.now())
  }

  /** The scenarios that reached an end. */
  get settled(): Call['state']['settled'] {
    return this.#call.state.settled
  }

  /** Presses the keys that carry out a command, and looks whether the panel shows what came of it. */
  async does(...commands: readonly Command[]): Promise<this> {
    for (const command of commands) {
      for (const code of this.#keysFor(command)) await this.page.keyboard.press(code)
      const advanced = advance(this.#call, command, this.#env)
      if (!advanced.ok) throw new Error(`${JSON.stringify(command)} is refused: ${advanced.refusal.why.en}`)
      this.#call = advanced.call
      await this.sees()
    }
    return this
  }

  /** Says what is on the card. */
  says(): Promise<this> {
    return this.does({ type: 'SayLine', line: this.view.card.line.id, wording: 0, via: 'card' })
  }

  /** From wherever the call is: the caring close in three steps, then the end; or the end with its reason if there is one. */
  async closes(): Promise<void> {
    if (!this.view.ending.ready && !this.view.ending.reason) {
      if (this.view.stage !== 'care') {
        await this.page.keyboard.press('Digit0')
        await this.page.keyboard.press('KeyC')
        await this.#follows({ type: 'GoToStage', stage: 'care' })
      }
      for (let i = 0; i < 4 && !this.view.ending.ready; i++) await this.says()
    }
    await this.ends()
  }

  /** Ends the call as the panel suggests. */
  async ends(reason?: EndReason): Promise<void> {
    await this.page.keyboard.press('Digit0')
    if (reason) await this.page.keyboard.press(UPPER_ROW[END_REASONS.indexOf(reason)] ?? '')
    await this.page.keyboard.press('Enter')
    await this.page.getByText(words.wrapUp.title).waitFor()
  }

  /** The card, the stage and the open moves of the page are those of the engine. */
  async sees(): Promise<void> {
    const { card, moves, stages, muted } = this.view
    if (!muted) await expect.poll(() => this.card()).toBe(card.wordings[card.shown])
    // The rest may come a frame later.
    await expect.poll(() => this.page.getByRole('region', { name: '客户', exact: false }).getByRole('listitem').count()).toBe(moves.length)
    const now = stages.find(({ status }) => status === 'now')
    await expect.poll(() => this.page.locator('[aria-current="step"]').first().textContent()).toContain(now?.title.zh)
  }

  /** The line on the card, as it is read. */
  async card(): Promise<string> {
    return (await this.page.locator('[aria-live] p[lang]').first().textContent()) ?? ''
  }

  async #follows(command: Command): Promise<void> {
    const advanced = advance(this.#call, command, this.#env)
    if (!advanced.ok) throw new Error(advanced.refusal.why.en)
    this.#call = advanced.call
    await this.sees()
  }

  #keysFor(command: Command): readonly string[] {
    if (command.type === 'StartScenario') return this.#keysToOpen(command.scenario)
    // What is in front goes by one key of the strip.
    if (command.type === 'DropScenario') return [KEYS.scenarios.code, 'Backspace']
    // Out of the surname, which is typed first, and into the sum.
    if (command.type === 'NoteRefund') return [KEYS.profile.code, 'Enter', 'KeyN', ...String(command.yuan ?? ''), 'Enter', 'Escape']
    const action = actionFor(command, this.view)
    if (!action) throw new Error(`no key for ${JSON.stringify(command)}`)
    const key = KEYS[action]
    return ['shift' in key ? `Shift+${key.code}` : key.code]
  }

  #keysToOpen(id: string): readonly string[] {
    const all = Object.values(this.#pack.scenarios).filter(({ channels }) => channels.includes(this.#call.state.channel))
    const groups = SCENARIO_GROUPS.filter((group) => all.some((each) => each.group === group))
    const scenario = this.#pack.scenarios[id]
    if (!scenario) throw new Error(`there is no scenario ${id}`)
    const inGroup = all.filter(({ group }) => group === scenario.group)
    const group = DIGITS[groups.indexOf(scenario.group)]
    const letter = LETTERS[inGroup.findIndex((each) => each.id === id)]
    if (!group || !letter) throw new Error(`no key opens ${id}`)
    return [KEYS.scenarios.code, group, letter]
  }
}
