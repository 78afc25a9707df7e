import { memo, useEffect, useRef } from 'react'
import { slotValues } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { Call } from '../../engine/advance.ts'
import { clock } from '../../ui/time.ts'
import { type StoryText, storyOf } from '../story.ts'
import { useWords } from '../words.tsx'
import styles from './story-list.module.css'

export interface StoryListProps {
  readonly call: Call
  /** In the script that is shown. */
  readonly pack: CompiledPack
}

/** What was said and done so far, the newest at the end and in sight. */
export const StoryList = memo(function StoryList({ call: { events, state }, pack }: StoryListProps) {
  const { t } = useWords()
  const story = storyOf(events, pack, slotValues(pack, state))
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (story.length > 0) list.current?.scrollTo(0, list.current.scrollHeight)
  }, [story.length])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard.
    <section ref={list} className={styles.story} aria-label={t('wide.story')} tabIndex={0}>
      <h2 className={styles.heading}>{t('wide.story')}</h2>
      <ol>
        {story.map(({ id, at, kind, text }) => (
          <li key={id} className={styles.entry} data-kind={kind}>
            <time className={styles.at}>{clock(at)}</time>
            <span className={styles.kind}>{t(`story.${kind}`)}</span>
            <Told text={text} />
          </li>
        ))}
      </ol>
    </section>
  )
})

function Told({ text }: { readonly text: StoryText }) {
  const { t, title, script } = useWords()
  switch (text.type) {
    case 'spoken':
      return (
        <span className={styles.spoken} lang={script}>
          {text.words}
        </span>
      )
    case 'own':
      return <span>{t('story.own', { purpose: title(text.purpose) })}</span>
    case 'journey':
      return <span>{t('scenario.journey')}</span>
    case 'title':
      return <span>{title(text.title)}</span>
  }
}
