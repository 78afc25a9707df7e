import type { CompiledPack } from '../../core/pack.ts'
import { type Learning, learnApart } from './learn-apart.ts'
import type { Lessons } from './lessons.ts'
import { hearingKey, keepHearing, keptHearing } from './open-hearing.ts'
import { teachingOf } from './teaching.ts'

/** A recogniser that is there, or will be. */
export interface Recogniser {
  /** Names it by all that it depends on, so that a file can be named before it has been learnt. */
  readonly key: string
  /** The packed recogniser. Learning begins when it is first asked for. */
  bytes(): Promise<Uint8Array>
  /** Ends learning that nobody waits for any more. */
  stop(): void
}

/** @param root the project's folder */
export function recogniserOf(root: string, pack: CompiledPack, lessons: Lessons): Recogniser {
  const teaching = teachingOf(pack, lessons)
  const key = hearingKey(root, teaching)
  let learning: Learning | undefined
  let bytes: Promise<Uint8Array> | undefined
  const learn = async (): Promise<Uint8Array> => {
    const kept = keptHearing(root, key)
    if (kept) return kept
    learning = learnApart(teaching)
    const learnt = await learning.done
    keepHearing(root, key, learnt)
    return learnt
  }
  return {
    key,
    bytes() {
      if (!bytes) {
        bytes = learn()
        // Whoever asks is told of a failure; that may be later.
        bytes.catch(() => {})
      }
      return bytes
    },
    stop: () => learning?.stop(),
  }
}

/**
 * Keeps the last recogniser of each pack in use while an author writes: the next one takes its place when it has been learnt.
 *
 * @param onLearnt called when that has happened
 */
export class LatestRecognisers {
  readonly #onLearnt: () => void
  readonly #inUse = new Map<string, Recogniser>()
  readonly #asked = new Set<Recogniser>()
  readonly #next = new Map<string, Recogniser>()

  constructor(onLearnt: () => void) {
    this.#onLearnt = onLearnt
  }

  /** The recogniser to hear with now. @param fits the one that fits what was saved last */
  take(pack: string, fits: Recogniser): Recogniser {
    const last = this.#inUse.get(pack)
    const next = this.#next.get(pack)
    if (next?.key === fits.key && last) return last
    next?.stop()
    this.#next.delete(pack)
    if (last?.key === fits.key) return last
    // Before anyone listens nothing is learnt, and nothing needs to be kept.
    if (!last || !this.#asked.has(last)) {
      const asked = this.#whenAsked(fits)
      this.#inUse.set(pack, asked)
      return asked
    }
    this.#next.set(pack, fits)
    void this.#learn(pack, fits)
    return last
  }

  async #learn(pack: string, fits: Recogniser): Promise<void> {
    try {
      await fits.bytes()
    } catch {
      // Stopped, or the pack has errors again: the author is told of those, and the last one stays.
      return
    }
    if (this.#next.get(pack) !== fits) return
    this.#next.delete(pack)
    this.#asked.add(fits)
    this.#inUse.set(pack, fits)
    this.#onLearnt()
  }

  #whenAsked(recogniser: Recogniser): Recogniser {
    const asked: Recogniser = {
      ...recogniser,
      bytes: () => {
        this.#asked.add(asked)
        return recogniser.bytes()
      },
    }
    return asked
  }
}
