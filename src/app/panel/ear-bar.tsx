import { Fragment, memo } from 'react'
import type { Quote, Suggestable } from '../../core/heard.ts'
import type { ListeningView, SlipView, SuggestionView } from '../../core/listening-view.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { keyLabel } from '../../ui/key.ts'
import { useWords } from '../words.tsx'
import styles from './ear-bar.module.css'
import type { HostState } from './host/host.ts'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import { KEYS } from './keys.ts'

export interface EarBarProps {
  /** Nothing has been heard yet when it is left out. */
  readonly listening: ListeningView | undefined
  /** How the link to the telephone system stands. */
  readonly line: Pick<HostState, 'speaking' | 'refused' | 'missing'>
  /** Titles of what is suggested. */
  readonly pack: Pick<CompiledPack, 'scenarios' | 'moves'>
  readonly onPress: KeyButtonProps['onPress']
}

/** What was heard, and what to do about it: always in the same place, one thing at a time (docs/rules.md H13). */
export const EarBar = memo(function EarBar({ listening, line, pack, onPress }: EarBarProps) {
  const { t } = useWords()
  const { asked, slip, last, budget, hungUp } = listening ?? {}
  return (
    <section className={styles.bar} data-tone={toneOf(asked, slip)} data-busy={asked || slip ? '' : undefined} aria-label={t('ear.label')}>
      <Now {...{ asked, slip, last, speaking: line.speaking, hungUp, pack, onPress }} />
      <LineFaults line={line} />
      {budget && (
        <span className={styles.budget} role="img" aria-label={t('ear.budget', { used: budget.used, of: budget.of })}>
          {'●'.repeat(Math.min(budget.used, budget.of))}
          {'○'.repeat(Math.max(0, budget.of - budget.used))}
        </span>
      )}
    </section>
  )
})

interface NowProps extends Pick<EarBarProps, 'pack' | 'onPress'> {
  readonly speaking: HostState['speaking'] | undefined
  readonly asked: SuggestionView | undefined
  readonly slip: SlipView | undefined
  readonly last: ListeningView['last']
  readonly hungUp: boolean | undefined
}

function Now({ asked, slip, last, speaking, hungUp, pack, onPress }: NowProps) {
  const { t } = useWords()
  if (slip) return <Slipped slip={slip} />
  if (asked) return <Asked {...{ asked, pack, onPress }} />
  if (hungUp) {
    return (
      <p className={styles.row} role="status">
        {t('ear.hungUp', { key: keyLabel(KEYS.end) })}
      </p>
    )
  }
  return <Last {...{ last, speaking, pack, onPress }} />
}

/** A question with its three answers; the words that caused it stand beside it. */
function Asked({ asked, pack, onPress }: { readonly asked: SuggestionView } & Pick<EarBarProps, 'pack' | 'onPress'>) {
  const { t } = useWords()
  const title = useSuggested(pack)
  return (
    <div className={styles.asked} aria-live={asked.danger ? 'assertive' : 'polite'}>
      <p key={asked.id} className={styles.row}>
        {asked.danger && <span className={styles.danger}>{t('card.danger')}</span>}
        <strong className={styles.what}>{t('ear.ask', { what: title(asked.what) })}</strong>
        <Because because={asked.because} />
      </p>
      <p key={asked.danger ? 'danger' : 'other'} className={styles.keys}>
        <KeyButton action="accept" onPress={onPress} className={styles.key}>
          {asked.danger ? t('ear.acceptDanger') : t('ear.accept')}
        </KeyButton>
        <KeyButton action="later" onPress={onPress} className={styles.key}>
          {t('ear.later')}
        </KeyButton>
        <KeyButton action="dismiss" onPress={onPress} className={styles.key}>
          {t('ear.dismiss')}
        </KeyButton>
      </p>
    </div>
  )
}

/** A slip, and what to say instead: the swap's words, else an approved line of this step. */
function Slipped({ slip }: { readonly slip: SlipView }) {
  const { t, title, script } = useWords()
  const instead = slip.swap?.instead ?? slip.line?.words
  return (
    <div className={styles.asked} role="status">
      {/* Another slip is another text, and doesn't push this one about. */}
      <Fragment key={slip.id}>
        <p className={styles.row}>
          <strong className={styles.what}>{t(`violation.${slip.violation}`)}</strong>
          <Because because={slip.because} />
          {slip.swap && <span className={styles.why}>{title(slip.swap.why)}</span>}
        </p>
        {instead && (
          <p className={styles.instead} lang={script}>
            <span className={styles.label}>{t('avoid.instead')}</span> {instead}
          </p>
        )}
      </Fragment>
    </div>
  )
}

/** What was said last, and what it set off. */
function Last({ last, speaking, pack, onPress }: Pick<NowProps, 'last' | 'speaking' | 'pack' | 'onPress'>) {
  const { t } = useWords()
  const title = useSuggested(pack)
  const words = speaking ?? last
  if (!words) return <p className={styles.row}>{t('ear.listening')}</p>
  return (
    <div className={styles.asked}>
      <p className={styles.row} lang="zh-Hans" data-partial={speaking ? '' : undefined}>
        <span className={styles.label}>{t(`ear.${words.who}`)}</span>{' '}
        {/* Words that are still coming begin elsewhere each time: new ones, instead of old ones that move. */}
        <span key={words.text} className={styles.said}>
          {words.text}
        </span>
      </p>
      {last?.applied && (
        <p key={last.applied.id} className={styles.row}>
          <span className={styles.label}>{t('ear.taken')}</span>
          <strong className={styles.what}>{title(last.applied.what)}</strong>
          <Because because={last.applied.because} />
          <KeyButton action="undo" onPress={onPress} className={styles.key}>
            {t('footer.undo')}
          </KeyButton>
        </p>
      )}
    </div>
  )
}

/** Messages that were refused, with the reason for the last one, and what never came. */
function LineFaults({ line: { refused, missing } }: Pick<EarBarProps, 'line'>) {
  const { t } = useWords()
  if (refused.total === 0 && missing === 0) return null
  return (
    <span className={styles.faults} role="status">
      {refused.last && t('ear.refused', { count: refused.total, why: t(`ear.refusal.${refused.last.code}`) })}
      {missing > 0 && ` ${t('ear.missing', { count: missing })}`}
    </span>
  )
}

function Because({ because }: { readonly because: readonly Quote[] }) {
  if (because.length === 0) return null
  return (
    <q className={styles.because} lang="zh-Hans">
      {because.map(({ text }) => text).join('…')}
    </q>
  )
}

function useSuggested(pack: EarBarProps['pack']): (what: Suggestable) => string {
  const { t, title } = useWords()
  return (what) => {
    switch (what.type) {
      case 'scenario': {
        const scenario = pack.scenarios[what.scenario]
        return scenario ? title(scenario.title) : what.scenario
      }
      case 'move': {
        const move = pack.moves[what.move]
        return move ? title(move.title) : what.move
      }
      case 'signal':
        return t(`signal.${what.signal}`)
    }
  }
}

function toneOf(asked: SuggestionView | undefined, slip: SlipView | undefined) {
  if (asked?.danger) return 'alarm'
  return slip ? 'heed' : undefined
}
