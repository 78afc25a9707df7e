import { useWords } from '../../words.tsx'
import styles from './source-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** Where the line on the card comes from, how long it may be said, and every wording of it. */
export function SourceStrip({ shown: { view, pack }, onClose }: StripProps) {
  const { t, title, script } = useWords()
  const { line, wordings } = view.card
  const short = wordings.length - 1
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
      <dl className={styles.facts}>
        <dt>{t('source.from')}</dt>
        <dd>
          <ul>
            {line.source.map((id) => {
              const source = pack.sources[id]
              return (
                <li key={id} lang={script}>
                  {source ? `${source.title} · ${source.document} ${source.at}` : t('source.ours')}
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
