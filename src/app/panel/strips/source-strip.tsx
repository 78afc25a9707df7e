import { hintsAt } from '../../../core/book/outline.ts'
import { manualOf } from '../../../core/manual.ts'
import { useWords } from '../../words.tsx'
import styles from './source-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** How many hints are shown at once: more is a lesson, and this is a call. */
const HINTS = 3

/**
 * What there is to know about this step: every wording, where to look and what to make of it, a few hints, and where the line
 * comes from.
 */
export function SourceStrip({ shown: { view, pack }, onClose }: StripProps) {
  const { t, title, script } = useWords()
  const { line, wordings } = view.card
  const short = wordings.length - 1
  const how = view.steps.flatMap(({ id }) => pack.steps[id] ?? []).filter((step) => step.how)
  const means = view.moves.map(({ move }) => move).filter((move) => move.means)
  const open = view.scenarios.filter(({ status }) => status !== 'settled').map(({ id }) => id)
  const hints = hintsAt(pack, { stage: view.stage, temper: view.temper.level, scenarios: open }).slice(0, HINTS)
  return (
    <StripFrame title={t('strips.source')} hint={title(line.purpose)} reading onClose={onClose}>
      <ol className={styles.wordings} lang={script}>
        {wordings.map((wording, i) => (
          <li key={wording}>
            <span className={styles.which}>{i === short ? t('card.short') : i + 1}</span>
            {wording}
          </li>
        ))}
      </ol>
      <dl className={styles.notes}>
        {how.map((step) => (
          <div key={step.id}>
            <dt>{title(step.title)}</dt>
            <dd>{step.how && title(step.how)}</dd>
          </div>
        ))}
        {means.map((move) => (
          <div key={move.id}>
            <dt>{title(move.title)}</dt>
            <dd>{move.means && title(move.means)}</dd>
          </div>
        ))}
      </dl>
      {hints.length > 0 && (
        <ul className={styles.hints} aria-label={t('source.hints')}>
          {hints.map(({ id, text }) => (
            <li key={id}>{title(text)}</li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        <dt>{t('source.from')}</dt>
        <dd>
          <ul>
            {line.source.map((id) => {
              const source = pack.sources[id]
              return (
                <li key={id} lang={script}>
                  {source ? `${source.title} · ${title(manualOf(pack, source))} ${source.at}` : t('source.ours')}
                </li>
              )
            })}
          </ul>
        </dd>
        <dt>{t('source.edition')}</dt>
        <dd>{line.edition}</dd>
        <dt>{t('source.approved')}</dt>
        <dd>{line.approved}</dd>
        <dt>{t('source.expires')}</dt>
        <dd>{line.expires ?? t('source.noExpiry')}</dd>
      </dl>
    </StripFrame>
  )
}
