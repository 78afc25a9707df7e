/**
 * Speech in a drill, on this device only: a voice that the system has itself, and dictation only where the browser promises to hear on the
 * device. No audio goes to any server.
 */

export interface Voice {
  /** Whether the device has a Mandarin voice of its own. */
  readonly speaks: boolean
  speak(text: string): void
  hush(): void
}

/** The device's own Mandarin voice. Voices that are fetched from a service are left alone. */
export function openVoice(synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis): Voice {
  const own = () => synthesis?.getVoices().find(({ lang, localService }) => localService && /^(?:zh|cmn)[-_](?:CN|Hans)/i.test(lang))
  // Some browsers list their voices only after they were asked once.
  own()
  return {
    get speaks() {
      return own() !== undefined
    },
    speak(text) {
      const voice = own()
      if (!voice || !synthesis) return
      synthesis.cancel()
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      synthesis.speak(utterance)
    },
    hush: () => synthesis?.cancel(),
  }
}

export interface Dictation {
  /** @param onWords gets all that was dictated so far; `onEnd` when nothing more will come */
  start(onWords: (words: string) => void, onEnd: () => void): void
  stop(): void
}

/** What the Web Speech API calls on-device recognition; no type library has it yet. */
interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  start(): void
  stop(): void
}

interface RecognitionClass {
  new (): Recognition
  available?(options: { langs: readonly string[]; processLocally: boolean }): Promise<string>
}

const MANDARIN = 'zh-CN'

/** Dictation where the browser hears Mandarin on the device and says so; nothing where it would send audio away, or does not say. */
export async function openDictation(scope: object = globalThis): Promise<Dictation | undefined> {
  const { SpeechRecognition: Class } = scope as { readonly SpeechRecognition?: RecognitionClass }
  try {
    if (!Class?.available || (await Class.available({ langs: [MANDARIN], processLocally: true })) !== 'available') return undefined
    if (!('processLocally' in Class.prototype)) return undefined
  } catch {
    return undefined
  }
  let running: Recognition | undefined
  return {
    start(onWords, onEnd) {
      const recognition = new Class()
      recognition.lang = MANDARIN
      recognition.continuous = true
      recognition.interimResults = true
      recognition.processLocally = true
      recognition.addEventListener('result', (event) => onWords(wordsOf(event)))
      recognition.addEventListener('end', onEnd)
      running = recognition
      recognition.start()
    },
    stop: () => running?.stop(),
  }
}

function wordsOf(event: Event): string {
  const { results } = event as Event & { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }
  return Array.from(results, (result) => result[0]?.transcript ?? '').join('')
}
