import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { SCENARIO_GROUPS } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { craftBlocks, type HandbookBlock, machineBlocks, swapBlocks } from '../handbook/handbook-blocks.tsx'
import { Paged } from '../handbook/paged.tsx'
import page from '../parts/page.module.css'
import { useTriggerWords } from '../parts/trigger-words.ts'
import styles from './print-page.module.css'

/** The handbook as it will be printed, whole or in part. */
export function PrintPage() {
  const { t, title, list, script } = useWords()
  const { pack, lines, today } = useBook()
  const { only } = useSearch({ from: '/book/print' })
  const navigate = useNavigate({ from: '/book/print' })
  const words = useTriggerWords(pack)
  const [pages, setPages] = useState<number>()
  const onLaidOut = useCallback((count: number | undefined) => setPages(count), [])

  const parts = useMemo(() => partsOf(pack), [pack])
  const chosen = useMemo(() => new Set(only?.split(',') ?? parts.flatMap(({ ids }) => ids)), [only, parts])
  const choose = (ids: ReadonlySet<string>) => {
    const all = parts.every((part) => part.ids.every((id) => ids.has(id)))
    void navigate({ search: all ? {} : { only: [...ids].join(',') }, replace: true })
  }
  const toggle = (ids: readonly string[]) => {
    const next = new Set(chosen)
    const on = ids.every((id) => next.has(id))
    for (const id of ids) on ? next.delete(id) : next.add(id)
    choose(next)
  }

  const blocks = useMemo((): readonly HandbookBlock[] => {
    const saying = { t, title, list, script, words }
    return [
      ...parts.flatMap(({ group, ids }) =>
        ids
          .filter((id) => chosen.has(id))
          .flatMap((id, i) => {
            const machine = pack.machines[id]
            return machine ? machineBlocks(pack, machine, saying, i === 0 ? t(`book.parts.${group}`) : undefined) : []
          }),
      ),
      ...(chosen.has(SWAPS) ? swapBlocks(pack, saying) : []),
      ...(chosen.has(CRAFT) ? craftBlocks(pack, saying) : []),
    ]
  }, [pack, parts, chosen, t, title, list, script, words])
  const name = (id: string) => {
    const machine = pack.machines[id]
    if (machine) return title(machine.title)
    return id === SWAPS ? t('book.swaps') : t('book.craft')
  }

  return (
    <>
      <div className={styles.controls}>
        <h1 className={page.heading}>{t('book.print')}</h1>
        <p>{t('book.printAbout')}</p>
        {parts.map(({ group, ids }) => (
          <fieldset key={group} className={styles.part}>
            <legend>
              <label>
                <input
                  type="checkbox"
                  checked={ids.every((id) => chosen.has(id))}
                  ref={(box) => {
                    if (box) box.indeterminate = ids.some((id) => chosen.has(id)) && !ids.every((id) => chosen.has(id))
                  }}
                  onChange={() => toggle(ids)}
                />
                {t(`book.parts.${group}`)}
              </label>{' '}
              <span className={styles.many}>
                {ids.filter((id) => chosen.has(id)).length}/{ids.length}
              </span>
            </legend>
            <details>
              <summary>{t('book.single')}</summary>
              <ul className={styles.choices}>
                {ids.map((id) => (
                  <li key={id}>
                    <label>
                      <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle([id])} />
                      {name(id)}
                    </label>
                  </li>
                ))}
              </ul>
            </details>
          </fieldset>
        ))}
        <button type="button" className={styles.button} disabled={pages === undefined || pages === 0} onClick={() => window.print()}>
          {t('book.printNow')}
        </button>{' '}
        <span role="status">{pages === undefined ? t('book.layingOut') : t('book.pageCount', { count: pages })}</span>
      </div>
      <Paged
        blocks={blocks}
        contentsTitle={t('book.contents')}
        foot={`${title(pack.title)} · ${pack.edition}`}
        onLaidOut={onLaidOut}
        cover={
          <>
            <h1>{title(pack.title)}</h1>
            <p>{t('book.handbook')}</p>
            <p>{t('book.coverEdition', { edition: pack.edition, lines: lines.length, scenarios: Object.keys(pack.scenarios).length })}</p>
            <p>{t('book.printedOn', { date: today })}</p>
          </>
        }
      />
    </>
  )
}

const SWAPS = '*swaps'
const CRAFT = '*craft'

interface Part {
  readonly group: 'journeys' | (typeof SCENARIO_GROUPS)[number] | 'back'
  readonly ids: readonly string[]
}

function partsOf(pack: ReturnType<typeof useBook>['pack']): readonly Part[] {
  return [
    { group: 'journeys', ids: [...new Set(Object.values(pack.journeys))] },
    ...SCENARIO_GROUPS.map(
      (group): Part => ({
        group,
        ids: Object.values(pack.scenarios).flatMap((each) => (each.group === group ? [each.id] : [])),
      }),
    ),
    { group: 'back', ids: [SWAPS, CRAFT] },
  ]
}
