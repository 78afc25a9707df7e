import { useRef, useState } from 'react'
import { CASE_FACTS, type CaseFact } from '../../../core/case-facts.ts'
import { authorised } from '../../../core/lines.ts'
import type { CompiledPack, PromiseRule, Title } from '../../../core/pack.ts'
import { dueAt } from '../../../core/promises.ts'
import type { RuleInput } from '../../../core/rules/decision-table.ts'
import { CLASSIFICATION, REPLY_TIME } from '../../../core/standing.ts'
import { commitmentsIn } from '../../../hearing/commitment.ts'
import { deadlinesIn } from '../../../hearing/deadlines.ts'
import { STANDING_WORDS } from '../../../i18n/standing-words.ts'
import { ChoiceRow } from '../../../ui/choice-row.tsx'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { assign, DIGITS, HOME_ROW, LOWER_ROW, labelAt, UPPER_ROW } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { ListKey } from './list-key.tsx'
import styles from './standing-strip.module.css'
import { StripFrame } from './strip-frame.tsx'
import type { StripProps } from './strip-props.ts'
import { useLateWords } from './use-late-words.ts'

/** The rule that promises in the agent's own words fall under. */
const SPOKEN = 'spoken'

/** How urgent the complaint is and why, what only the agent can know of that, and promises by key. */
export function StandingStrip(props: StripProps) {
  return useLateWords(STANDING_WORDS) ? <Standing {...props} /> : null
}

/** Rows of keys for the questions that have several answers. */
const ROWS: readonly (readonly string[])[] = [UPPER_ROW, LOWER_ROW.slice(0, 4), LOWER_ROW.slice(4)]

function Standing({ shown, dispatch, onClose }: StripProps) {
  const { t, title, list, moment } = useWords()
  const { pack, view, snapshot } = shown
  const { state } = snapshot.call
  const now = state.startedAt + view.elapsed
  const words = useRef<HTMLInputElement>(null)
  const asked = questionsOf(pack)
  const flags = asked.filter(({ input }) => input.type === 'flag')
  const choices = asked.flatMap(({ fact, input }) => (input.type === 'choice' ? [{ fact, input }] : []))
  const promises = Object.values(pack.promises).filter(isMadeByKey)

  const toggle = (fact: CaseFact) => dispatch({ type: 'NoteCaseFact', fact, ...(state.facts[fact] === true ? {} : { value: true }) })
  const choose = (fact: CaseFact, value: string) =>
    dispatch({ type: 'NoteCaseFact', fact, ...(state.facts[fact] === value ? {} : { value }) })
  const promise = (rule: PromiseRule) => {
    if (dispatch({ type: 'MakePromise', promise: rule.id })) onClose()
  }
  useOwnKeys([
    ...assign(promises, DIGITS, promise),
    ...assign(flags, HOME_ROW, ({ fact }) => toggle(fact)),
    ...choices.flatMap(({ fact, input }, i) => assign(Object.keys(input.choices), ROWS[i] ?? [], (value) => choose(fact, value))),
    { code: 'Digit0', run: () => words.current?.focus() },
  ])

  const { standing } = view
  return (
    <StripFrame
      title={t('standing.title')}
      hint={
        standing ? t('standing.hint', { classes: list(standing.classes.map(title)), moment: moment(standing.due) }) : t('standing.noTables')
      }
      onClose={onClose}
    >
      <h3 className={styles.heading}>{t('standing.promises')}</h3>
      <ul>
        {promises.map((rule, i) => (
          <li key={rule.id}>
            <ListKey shortcut={labelAt(DIGITS, i)} onPress={() => promise(rule)}>
              {title(rule.what)} <small className={styles.due}>{whenOrWhose(rule)}</small>
            </ListKey>
          </li>
        ))}
      </ul>
      {pack.promises[SPOKEN] && <OwnWords field={words} dispatch={dispatch} onClose={onClose} />}
      {asked.length > 0 && <h3 className={styles.heading}>{t('standing.facts')}</h3>}
      <div className={styles.flags}>
        {flags.map(({ fact, input }, i) => (
          <button
            key={fact}
            type="button"
            className={styles.flag}
            aria-pressed={state.facts[fact] === true}
            aria-keyshortcuts={labelAt(HOME_ROW, i)}
            onClick={() => toggle(fact)}
          >
            <KeyCap label={labelAt(HOME_ROW, i) ?? ''} lit={state.facts[fact] === true} />
            {title(input.title)}
          </button>
        ))}
      </div>
      {choices.map(({ fact, input }, row) => (
        <ChoiceRow
          key={fact}
          label={title(input.title)}
          choices={Object.entries(input.choices).map(([id, name], i) => ({ id, name: title(name), shortcut: labelAt(ROWS[row] ?? [], i) }))}
          chosen={typeof state.facts[fact] === 'string' ? String(state.facts[fact]) : undefined}
          onChoose={(value) => choose(fact, value)}
        />
      ))}
    </StripFrame>
  )

  /** By when it is due, or whose it is to promise. */
  function whenOrWhose(rule: PromiseRule): string {
    if (authorised(pack, rule.id, state)) return t('standing.due', { moment: moment(dueAt(pack, now, rule.within)) })
    const role: Title = pack.roles.find(({ id }) => id === rule.authority)?.title ?? rule.what
    return t('standing.closed', { role: title(role) })
  }
}

/** What the agent promises in words of their own; a time in them says by when. */
function OwnWords({
  field,
  dispatch,
  onClose,
}: Pick<StripProps, 'dispatch' | 'onClose'> & { readonly field: React.RefObject<HTMLInputElement | null> }) {
  const { t } = useWords()
  const [text, setText] = useState('')

  function take(): void {
    const words = text.trim()
    if (words === '') return
    const [found] = commitmentsIn(words, deadlinesIn(words))
    const made = dispatch({
      type: 'MakePromise',
      promise: SPOKEN,
      words,
      ...(found && 'within' in found ? { within: found.within } : {}),
      ...(found && 'day' in found ? { day: found.day } : {}),
    })
    if (made) onClose()
  }

  return (
    <label className={styles.words}>
      <span>
        <KeyCap label="0" /> {t('standing.words')}
      </span>
      <input
        type="text"
        value={text}
        maxLength={40}
        placeholder={t('standing.wordsHint')}
        aria-keyshortcuts="0"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && take()}
        ref={field}
      />
    </label>
  )
}

/** What only a person can know, as far as the pack's tables ask for it. */
function questionsOf({ rules }: CompiledPack): readonly { readonly fact: CaseFact; readonly input: RuleInput }[] {
  const tables = rules as CompiledPack['rules'] | undefined
  return CASE_FACTS.flatMap((fact) => {
    const input = tables?.[CLASSIFICATION]?.inputs[fact] ?? tables?.[REPLY_TIME]?.inputs[fact]
    return input ? [{ fact, input }] : []
  })
}

/** What waits for a line of its own, or goes by the words or by the class, is not made by a bare key. */
function isMadeByKey({ id, nudge, byClass }: PromiseRule): boolean {
  return nudge.length === 0 && !byClass && id !== SPOKEN
}
