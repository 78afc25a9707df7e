import { Aloud } from '../../../ui/aloud.tsx'
import { keyLabel } from '../../../ui/key.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useWords } from '../../words.tsx'
import { KEY_MAP } from '../key-map.ts'
import { KEYS, STEP_KEYS } from '../keys.ts'
import styles from './keymap-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'

/** A long row of neighbours is written as its ends. */
function inShort(labels: readonly string[]): readonly string[] {
  return labels.length > STEP_KEYS.length ? [`${labels[0]} – ${labels.at(-1)}`] : labels
}

/** Every key and what it does, from the same table that the keys themselves are read from. */
export function KeymapStrip({ onClose }: StripProps) {
  const { t } = useWords()
  return (
    <StripFrame title={t('strips.keymap')} reading onClose={onClose}>
      <div className={styles.groups}>
        {KEY_MAP.map(({ name, entries }) => (
          <section key={name}>
            <h3 className={styles.name}>{t(name)}</h3>
            <dl>
              {entries.map(({ actions, words }) => {
                const labels = actions.map((action) => keyLabel(KEYS[action]))
                return (
                  <div key={words} className={styles.entry}>
                    <dt>
                      {inShort(labels).map((label) => (
                        <KeyCap key={label} label={label} />
                      ))}
                      <Aloud>{labels.join(' ')}</Aloud>
                    </dt>
                    <dd>{t(words)}</dd>
                  </div>
                )
              })}
            </dl>
          </section>
        ))}
      </div>
    </StripFrame>
  )
}
