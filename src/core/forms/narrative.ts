import { dayOf, MINUTE } from '../calendar/days.ts'
import type { CallEvent } from '../events.ts'
import type { CompiledPack } from '../pack.ts'
import type { CallState } from '../state.ts'
import { type Deed, deedsOf, lasting } from './deeds.ts'
import { factChoices } from './fact-choices.ts'
import { clockOf, minuteOf } from './minutes.ts'

/** More of a turn than this is not quoted on a form: characters. */
const QUOTED = 40

/** Beginning of what somebody said, in quotation marks. */
function quoted(text: string): string {
  const characters = [...text.trim()]
  return `“${characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('')}”`
}

/** How the call went, a line for each minute in which something happened: 14:05 接听客户来电；核对机主身份。 */
export function processOf(pack: CompiledPack, events: readonly CallEvent[], state: CallState): string {
  return byMinute(deedsOf(pack, events, state))
    .map(({ at, items }) => {
      const day = dayOf(at) === dayOf(state.startedAt) ? '' : `${minuteOf(at).slice(5, 10)} `
      return `${day}${clockOf(at)} ${items.map(({ words }) => words).join('；')}。`
    })
    .join('\n')
}

/** The talk to the minute: when, by which way, what we said and did, what the customer said. (tel.form.reception) */
export function talkRows(pack: CompiledPack, events: readonly CallEvent[], state: CallState): string {
  const heard = lastWordings(events)
  const words = [...deedsOf(pack, events, state), ...heard].sort((a, b) => a.at - b.at)
  return byMinute(words)
    .map(({ at, items }) => {
      const by = (who: Deed['who']) => {
        const own = items.filter((item) => item.who === who)
        const [said, told] = [own.filter(isHeard), own.filter((item) => !isHeard(item))]
        // The customer's own words tell more than a key for them; of us it counts what was done.
        const [first, second] = who === 'customer' ? [said, told] : [told, said]
        return (first.length > 0 ? first : second).map((item) => item.words).join('；')
      }
      const way = factChoices(pack, 'channel')?.[channelAt(events, at)]?.zh ?? ''
      return [minuteOf(at), way, by('us'), by('customer')].map(asCell).join('\t')
    })
    .join('\n')
}

/** The first words of the customer that were heard. */
export function firstWords(events: readonly CallEvent[]): string | undefined {
  return lastWordings(events).find(({ who }) => who === 'customer')?.words
}

interface Said {
  readonly at: number
  readonly who: Deed['who']
  readonly words: string
  readonly heard: true
}

function isHeard(item: Deed | Said): item is Said {
  return 'heard' in item
}

/** What was heard, each turn at its first moment in its last wording. Who somebody is was taken out of it before it was stored. */
function lastWordings(events: readonly CallEvent[]): readonly Said[] {
  const turns = new Map<string, Said>()
  for (const event of events) {
    if (event.type !== 'Heard' || event.text.trim() === '') continue
    const at = turns.get(event.turn)?.at ?? event.at
    turns.set(event.turn, { at, who: event.who === 'agent' ? 'us' : 'customer', words: quoted(event.text), heard: true })
  }
  return [...turns.values()]
}

function channelAt(events: readonly CallEvent[], at: number): string {
  let channel = ''
  // To the minute: what happens within one counts for all of it.
  for (const event of lasting(events)) {
    if (event.at >= at + MINUTE) break
    if (event.type === 'CallStarted' || event.type === 'ChannelChanged') channel = event.channel
  }
  return channel
}

function byMinute<T extends { readonly at: number }>(
  items: readonly T[],
): readonly { readonly at: number; readonly items: readonly T[] }[] {
  const minutes = new Map<number, T[]>()
  for (const item of items) {
    const minute = Math.floor(item.at / MINUTE) * MINUTE
    minutes.set(minute, [...(minutes.get(minute) ?? []), item])
  }
  return [...minutes].map(([at, own]) => ({ at, items: own }))
}

/** Text that stands in one cell: no tab and no new line. */
export function asCell(text: string): string {
  return text.replace(/[\t\r\n]+/gu, ' ').trim()
}
