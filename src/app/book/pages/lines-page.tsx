import { useNavigate, useSearch } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { findLines } from '../../../core/book/find-lines.ts'
import { ACTS, LINE_STATUSES, SCENARIO_GROUPS, STAGES } from '../../../core/vocabulary.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import type { LinesSearch } from '../lines-search.ts'
import { LineCard } from '../parts/line-card.tsx'
import page from '../parts/page.module.css'
import styles from './lines-page.module.css'

/** About the height of a line's card, until it has been measured. */
const CARD = 210
/** How long typing rests before the address takes it over, in milliseconds. */
const REST = 300

/** Every line, to be narrowed down by words, place, source and status; the address keeps what was looked for. */
export function LinesPage() {
  const { t } = useWords()
  const { lines, today } = useBook()
  const search = useSearch({ from: '/book/lines' })
  const navigate = useNavigate({ from: '/book/lines' })
  const [typed, setTyped] = useState(search.text ?? '')
  const box = useRef<HTMLInputElement>(null)
  useOwnKeys([{ code: 'Slash', run: () => box.current?.focus() }])

  // Counted at once; the cards follow as soon as nothing more is typed.
  const found = useMemo(() => findLines(lines, { ...search, text: typed }, today), [lines, search, typed, today])
  const shown = useDeferredValue(useMemo(() => ({ found, query: typed }), [found, typed]))

  const latest = useRef(typed)
  latest.current = typed
  const handedOn = useRef(typed)
  const narrow = useCallback(
    (change: Narrowing) => {
      handedOn.current = latest.current
      void navigate({ search: (before) => ({ ...before, text: latest.current, ...change }) as LinesSearch, replace: true })
    },
    [navigate],
  )
  useEffect(() => {
    if (typed === (search.text ?? '')) return
    const rest = setTimeout(() => narrow({ text: typed }), REST)
    return () => clearTimeout(rest)
  }, [typed, search.text, narrow])
  // An address that comes from elsewhere, such as a link or the browser's way back; our own comes when more may have been typed.
  useEffect(() => {
    const text = search.text ?? ''
    if (text === handedOn.current) return
    handedOn.current = text
    setTyped(text)
  }, [search.text])

  return (
    <>
      <h1 className={page.heading}>{t('book.lines')}</h1>
      <search className={styles.filters}>
        <input
          ref={box}
          type="search"
          className={`${page.field} ${styles.field}`}
          aria-label={t('book.search')}
          placeholder={t('book.searchHint')}
          aria-keyshortcuts="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Choices search={search} narrow={narrow} />
      </search>
      <p className={styles.count} role="status">
        {t('book.found', { count: found.length, all: lines.length })}
      </p>
      <FoundLines found={shown.found} query={shown.query} />
    </>
  )
}

type Narrowing = Readonly<Partial<Record<keyof LinesSearch, string | undefined>>>

interface ChoicesProps {
  readonly search: LinesSearch
  readonly narrow: (change: Narrowing) => void
}

/** All that can be chosen, which is much, and stays the same while somebody types. */
const Choices = memo(function Choices({ search, narrow }: ChoicesProps) {
  const { t, title } = useWords()
  const { pack, lines } = useBook()
  const editions = useMemo(() => [...new Set(lines.map(({ line }) => line.edition))].sort(), [lines])
  const sources = useMemo(() => {
    const cited = new Set(lines.flatMap(({ line }) => line.source))
    return Object.values(pack.sources).filter(({ id }) => cited.has(id))
  }, [lines, pack])

  return (
    <>
      <Choice label={t('scenario.label')} value={search.scenario} onChoose={(scenario) => narrow({ scenario })}>
        {SCENARIO_GROUPS.map((group) => (
          <optgroup key={group} label={t(`group.${group}`)}>
            {Object.values(pack.scenarios)
              .filter((each) => each.group === group)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {title(each.title)}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      <Choice label={t('book.stage')} value={search.stage} onChoose={(stage) => narrow({ stage })}>
        {STAGES.map((id) => (
          <option key={id} value={id}>
            {title(pack.stages[id].title)}
          </option>
        ))}
      </Choice>
      <Choice label={t('source.from')} value={search.source} onChoose={(source) => narrow({ source })}>
        <option value="ours">{t('source.ours')}</option>
        {sources.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name} ({id})
          </option>
        ))}
      </Choice>
      <Choice label={t('book.status')} value={search.status} onChoose={(status) => narrow({ status })}>
        {[...LINE_STATUSES, 'expired' as const, 'expiring' as const].map((id) => (
          <option key={id} value={id}>
            {t(`status.${id}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('book.acts')} value={search.act} onChoose={(act) => narrow({ act })}>
        {ACTS.map((id) => (
          <option key={id} value={id}>
            {t(`act.${id}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('source.edition')} value={search.edition} onChoose={(edition) => narrow({ edition })}>
        {editions.map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </Choice>
    </>
  )
})

/** Only what is in sight is in the page: a complete pack has over a thousand lines. */
function FoundLines({ found, query }: { readonly found: ReturnType<typeof findLines>; readonly query: string }) {
  const list = useRef<HTMLOListElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => frame.current,
    estimateSize: () => CARD,
    getItemKey: (i) => found[i]?.line.id ?? i,
    overscan: 1,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is read from its top
  useEffect(() => {
    frame.current?.scrollTo(0, 0)
  }, [found])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard needs the focus in what scrolls
    <div ref={frame} className={styles.frame} tabIndex={0}>
      <ol ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const each = found[index]
          return (
            each && (
              <li key={key} ref={virtual.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
                <LineCard line={each.line} level={2} places={each.places} query={query} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChoose: (value: string | undefined) => void
  readonly children: React.ReactNode
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const { t } = useWords()
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{t('book.any')}</option>
        {children}
      </select>
    </label>
  )
}
