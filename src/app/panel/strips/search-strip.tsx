import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { fill, usable, wordingsOf } from '../../../core/lines.ts'
import type { Line } from '../../../core/pack.ts'
import { searchLines } from '../../../search/line-search.ts'
import { useWords } from '../../words.tsx'
import styles from './search-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** Any approved line by what one remembers of it; Enter marks the chosen one as said. */
export function SearchStrip({ shown, dispatch, onClose }: StripProps) {
  const { t, script } = useWords()
  const { pack, snapshot, view } = shown
  const { state } = snapshot.call
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const [wording, setWording] = useState(0)
  const list = useId()

  const machine = view.front.machine in pack.machines ? view.front.machine : pack.journeys[state.channel]
  const search = useMemo(() => {
    const now = Date.now()
    const sayable = Object.values(pack.lines).filter((line) => usable(pack, line, now, state.rolesGranted))
    return searchLines(pack, sayable, machine)
  }, [pack, machine, state.rolesGranted])
  const hits = useMemo(() => search(query), [search, query])
  // A hit in another place is another element, so that none is seen to move.
  const shownHits = hits.map(({ id }) => id).join()
  const line = hits[chosen]
  const wordings = line ? wordingsOf(line) : []
  const short = wordings.length - 1
  const words = fill(pack, wordings[wording] ?? '', state)

  function choose(index: number): void {
    setChosen(Math.min(hits.length - 1, Math.max(0, index)))
    setWording(0)
  }
  function say(said: Line | undefined): void {
    if (!said) return
    dispatch({ type: 'SayLine', line: said.id, wording, via: 'search' })
    onClose()
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    const { selectionStart, value } = event.currentTarget
    switch (event.key) {
      case 'ArrowDown':
        choose(chosen + 1)
        break
      case 'ArrowUp':
        choose(chosen - 1)
        break
      case 'Enter':
        say(line)
        break
      case 'ArrowRight':
        // Inside the query the arrow moves the cursor; behind it, to the next wording.
        if (selectionStart !== value.length || !line) return
        setWording((wording + 1) % wordings.length)
        break
      default:
        return
    }
    event.preventDefault()
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
        {words}
      </p>
      <div id={list} role="listbox" aria-label={t('strips.search')}>
        {hits.map((each, i) => (
          <Hit
            key={shownHits + each.id}
            id={`${list}-${i}`}
            line={each}
            words={fill(pack, each.say[0] ?? each.short, state)}
            chosen={i === chosen}
            onPress={() => (i === chosen ? say(each) : choose(i))}
          />
        ))}
      </div>
      <p className={styles.none} role="status">
        {hits.length === 0 && t('search.none')}
      </p>
    </StripFrame>
  )
}

interface HitProps {
  readonly id: string
  readonly line: Line
  /** Its first wording, as it would be spoken now. */
  readonly words: string
  readonly chosen: boolean
  readonly onPress: () => void
}

function Hit({ id, line, words, chosen, onPress }: HitProps) {
  const { title, script } = useWords()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox belong to its combobox.
    <div id={id} className={styles.hit} role="option" tabIndex={-1} aria-selected={chosen} onClick={onPress}>
      <span className={styles.purpose}>{title(line.purpose)}</span>
      <span className={styles.words} lang={script}>
        {words}
      </span>
    </div>
  )
}
