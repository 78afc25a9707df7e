import { act, render } from '@testing-library/react'
import { vi } from 'vitest'
import { Panel } from '../../src/app/panel/panel.tsx'
import { type Session, type SessionHome, startSession } from '../../src/app/panel/session.ts'
import { preloadStrips } from '../../src/app/panel/strips/strips.tsx'
import type { Dictionary } from '../../src/app/traditional-pack.ts'
import { WordsProvider } from '../../src/app/words.tsx'
import type { Command, Fact } from '../../src/core/events.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { type CallView, view } from '../../src/core/view.ts'
import type { Channel } from '../../src/core/vocabulary.ts'
import { createI18n, speak } from '../../src/i18n/i18n.ts'
import { NO_REFS } from '../../src/store/customer-refs.ts'
import { openLeftovers } from '../../src/store/leftovers.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { Language } from '../../src/store/settings.ts'
import type { StoreErrorCode } from '../../src/store/store-error.ts'

/** A browser of which this is the only tab, with a clock that stands still. */
export function lonelyHome(now: number): SessionHome {
  let ids = 0
  return {
    store: { ...createMemoryStore(), lasting: true },
    acquireWriter: async () => ({ exclusive: true, release() {} }),
    openLogChannel: () => ({ announce() {}, close() {} }),
    leftovers: openLeftovers(null),
    refs: NO_REFS,
    clock: () => now,
    newId: () => `id-${++ids}`,
  }
}

export interface DeskOptions {
  readonly pack: CompiledPack
  readonly channel?: Channel
  readonly language?: Language
  readonly dictionary?: Dictionary
  /** Why its store is not the disk. */
  readonly problem?: StoreErrorCode
  /** Whether the window has room for the second column. */
  readonly wide?: boolean
  /** Carried out before the panel is looked at. */
  readonly after?: readonly Command[]
}

/** A panel on a new call, and hands on the keyboard. */
export class Desk {
  readonly session: Session
  readonly onNext = vi.fn()
  readonly onHome = vi.fn()

  private constructor(session: Session) {
    this.session = session
  }

  static async open({
    pack,
    channel = 'phone',
    language = 'zh-Hans',
    dictionary,
    problem,
    wide = false,
    after = [],
  }: DeskOptions): Promise<Desk> {
    stubWindow(wide)
    const desk = new Desk(startSession({ ...lonelyHome(Date.now()), ...(problem ? { problem } : {}) }, pack, { channel, profile: {} }))
    for (const command of after) desk.does(command)
    await preloadStrips()
    const words = createI18n()
    await speak(words, language)
    await act(async () => {
      render(
        <WordsProvider i18n={words} dictionary={dictionary}>
          <Panel session={desk.session} onNext={desk.onNext} onHome={desk.onHome} />
        </WordsProvider>,
      )
    })
    return desk
  }

  /** What the engine says that the panel should show. */
  get view(): CallView {
    const { call } = this.session.snapshot()
    return view(call.state, call.pack, Date.now())
  }

  /** Carries out a command as if it had come from elsewhere. */
  does(command: Command): void {
    act(() => {
      if (!this.session.dispatch(command)) throw new Error(`${JSON.stringify(command)} was refused`)
    })
  }

  /** Presses keys by their place; answers the facts that came of it. */
  press(...keys: readonly (string | KeyboardEventInit)[]): readonly Fact[] {
    const before = this.session.snapshot().call.events.length
    for (const key of keys) pressKey(typeof key === 'string' ? { code: key } : key)
    return this.session.snapshot().call.events.slice(before)
  }
}

/** A key press where the focus is, as the browser reports it. */
export function pressKey(init: KeyboardEventInit): void {
  act(() => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: init.code ?? '', ...init }))
  })
}

/** What jsdom lacks of a window: its width, by default that of a side panel, scrolling, and addresses of files. */
export function stubWindow(wide = false): void {
  vi.stubGlobal('matchMedia', () => ({ matches: wide, addEventListener() {}, removeEventListener() {} }))
  Element.prototype.scrollTo = () => {}
  Element.prototype.scrollIntoView = () => {}
  URL.createObjectURL = () => 'blob:'
  URL.revokeObjectURL = () => {}
}
