import { STAGES, TEMPERS } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { HintList } from '../parts/hint-list.tsx'
import page from '../parts/page.module.css'

/** The craft behind the lines: what to do with ears, voice and mind at each stage, never said aloud. */
export function CraftPage() {
  const { t, title } = useWords()
  const { pack } = useBook()
  const hints = Object.values(pack.hints)
  const everywhere = hints.filter(({ stages, tempers, scenarios }) => stages.length + tempers.length + scenarios.length === 0)
  const groups = [
    { id: 'everywhere', name: t('book.everywhere'), own: everywhere },
    ...STAGES.map((stage) => ({
      id: stage,
      name: title(pack.stages[stage].title),
      own: hints.filter(({ stages }) => stages[0] === stage),
    })),
    ...TEMPERS.map((temper) => ({
      id: temper,
      name: t(`temper.${temper}`),
      own: hints.filter(({ stages, tempers }) => stages.length === 0 && tempers[0] === temper),
    })),
    {
      id: 'scenarios',
      name: t('scenario.label'),
      own: hints.filter((each) => each.stages.length + each.tempers.length === 0 && each.scenarios.length > 0),
    },
  ]
  return (
    <>
      <h1 className={page.heading}>{t('book.craft')}</h1>
      <p className={page.lead}>{t('book.craftAbout')}</p>
      {groups.map(
        ({ id, name, own }) =>
          own.length > 0 && (
            <section key={id} className={page.kind}>
              <h2>
                {name} <span className={page.many}>{own.length}</span>
              </h2>
              <HintList hints={own} />
            </section>
          ),
      )}
    </>
  )
}
