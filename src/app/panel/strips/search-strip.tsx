import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { slotValues, usable, wordingsOf } from '../../../core/lines.ts'
import type { CompiledPack, Line } from '../../../core/pack.ts'
import { HITS, type Hit, type Scope } from '../../../search/line-search.ts'
import { useLatest } from '../../../ui/use-latest.ts'
import { useWords } from '../../words.tsx'
import { finderFor } from './finder.ts'
import { fromMark, type MarkedPiece, markedText, markedWords } from './marked-words.ts'
import styles from './search-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** What was found, and for which question. */
interface Answer {
  readonly query: string
  readonly scope: Scope
  readonly hits: readonly Hit[]
}

/** Any approved line by what one remembers of it; Enter marks the chosen one as said. */
export function SearchStrip({ shown, dispatch, onClose }: StripProps) {
  const { t, script } = useWords()
  const { pack, snapshot, view } = shown
  const { state } = snapshot.call
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  /** How many wordings further than the one that was found. */
  const [turned, setTurned] = useState(0)
  const list = useId()

  const machine = view.front.machine in pack.machines ? view.front.machine : pack.journeys[state.channel]
  const scope = useMemo((): Scope => {
    const now = Date.now()
    const sayable = Object.values(pack.lines).filter((line) => usable(pack, line, now, state))
    return { own: linesOf(pack, machine), only: new Set(sayable.map(({ id }) => id)) }
  }, [pack, machine, state])
  const unasked = useMemo(() => firstLines(pack, scope), [pack, scope])

  const [answer, setAnswer] = useState<Answer>()
  /** Whether Enter was pressed on a question that had no answer yet. */
  const saysFirst = useRef(false)
  const blank = query.trim() === ''
  const answered = blank || (answer?.query === query && answer.scope === scope)
  // Until there is an answer the one before stays: nothing flickers while an agent types.
  const hits = (blank ? undefined : answer?.hits) ?? unasked
  const say = useLatest((said: Hit | undefined, as: number = said?.wording ?? 0) => {
    if (!said) return
    dispatch({ type: 'SayLine', line: said.line, wording: as, via: 'search' })
    onClose()
  })
  useLayoutEffect(() => {
    if (blank) return setAnswer(undefined)
    finderFor(pack).find(query, scope, (found) => {
      setAnswer({ query, scope, hits: found })
      if (!saysFirst.current) return
      saysFirst.current = false
      say(found[0])
    })
  }, [blank, query, scope, pack, say])

  const options = useRef<HTMLDivElement>(null)
  // A low window has no room for all of them.
  useLayoutEffect(() => {
    // Nothing is returned: some browsers answer with a promise, which React would take for a clean-up.
    options.current?.children[chosen]?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])

  // A hit in another place is another element, so that none is seen to move.
  const shownHits = hits.map(({ line }) => line).join()
  const hit = hits[chosen]
  const line = hit && pack.lines[hit.line]
  const wordings = line ? wordingsOf(line) : []
  const short = wordings.length - 1
  const wording = ((hit?.wording ?? 0) + turned) % Math.max(1, wordings.length)

  function choose(index: number): void {
    setChosen(Math.max(0, Math.min(hits.length - 1, index)))
    setTurned(0)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    const { selectionStart, value } = event.currentTarget
    saysFirst.current = event.key === 'Enter' && !answered
    switch (event.key) {
      case 'ArrowDown':
        choose(chosen + 1)
        break
      case 'ArrowUp':
        choose(chosen - 1)
        break
      case 'Enter':
        if (answered) say(hit, wording)
        break
      case 'ArrowRight':
        // Inside the query the arrow moves the cursor; behind it, to the next wording.
        if (selectionStart !== value.length || !line) return
        setTurned(turned + 1)
        break
      default:
        return
    }
    event.preventDefault()
  }
  /** A wording as it would be spoken now, with what was found in it marked. */
  const spoken = (of: Hit, index: number): readonly MarkedPiece[] => {
    const said = pack.lines[of.line]
    return markedWords(pack, (said && wordingsOf(said)[index]) ?? '', index === of.wording ? of.ranges : [], slotValues(pack, state))
  }

  return (
    <StripFrame title={t('strips.search')} hint={t('search.hint')} onClose={onClose}>
      <input
        className={styles.query}
        type="text"
        role="combobox"
        data-first=""
        aria-label={t('strips.search')}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={line && `${list}-${chosen}`}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          choose(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className={styles.chosen} lang={script} aria-live="polite" data-empty={line ? undefined : ''}>
        {line && (
          <span className={styles.which}>
            {wording === short ? t('card.short') : t('card.wording', { number: wording + 1, count: short })}
          </span>
        )}
        {hit && <Marked pieces={spoken(hit, wording)} />}
      </p>
      <div ref={options} id={list} role="listbox" aria-label={t('strips.search')}>
        {hits.map((each, i) => (
          <FoundLine
            key={shownHits + each.line}
            id={`${list}-${i}`}
            hit={each}
            line={pack.lines[each.line]}
            words={fromMark(spoken(each, each.wording ?? 0))}
            chosen={i === chosen}
            onPress={() => (i === chosen ? say(each, wording) : choose(i))}
          />
        ))}
      </div>
      <p className={styles.none} role="status">
        {answered && hits.length === 0 && t('search.none')}
      </p>
    </StripFrame>
  )
}

/** What stands there before anything is looked for: the lines of the machine in front, then others. */
function firstLines(pack: CompiledPack, { own, only }: Scope): readonly Hit[] {
  const ids = new Set([...(own ?? []), ...Object.keys(pack.lines)])
  return [...ids]
    .filter((id) => only?.has(id))
    .slice(0, HITS)
    .map((line) => ({ line, text: pack.lines[line]?.say[0] ?? '', wording: 0, ranges: [] }))
}

function linesOf(pack: CompiledPack, machine: string): ReadonlySet<string> {
  const states = Object.values(pack.machines[machine]?.states ?? {})
  return new Set(states.flatMap(({ say }) => say.map(({ line }) => line)))
}

interface FoundLineProps {
  readonly id: string
  readonly hit: Hit
  readonly line: Line | undefined
  /** The wording that was found, as it would be spoken now. */
  readonly words: readonly MarkedPiece[]
  readonly chosen: boolean
  readonly onPress: () => void
}

function FoundLine({ id, hit, line, words, chosen, onPress }: FoundLineProps) {
  const { title, script } = useWords()
  const purpose = line ? title(line.purpose) : ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox belong to its combobox.
    <div id={id} className={styles.hit} role="option" tabIndex={-1} aria-selected={chosen} onClick={onPress}>
      <span className={styles.purpose}>
        <Marked pieces={markedText(purpose, purpose === hit.text ? hit.ranges : [])} />
      </span>
      <span className={styles.words} lang={script}>
        <Marked pieces={words} />
      </span>
    </div>
  )
}

function Marked({ pieces }: { readonly pieces: readonly MarkedPiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
  return pieces.map(({ text, marked }, i) => (marked ? <mark key={i}>{text}</mark> : text))
}
