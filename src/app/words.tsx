import type { i18n, TFunction } from 'i18next'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { invariant } from '../core/invariant.ts'
import type { Title } from '../core/pack.ts'
import { amountLeft, shanghaiTime } from '../ui/time.ts'
import type { Dictionary } from './traditional-pack.ts'

/** Everything that puts something into words for the agent. */
export interface Words {
  /** What they are looked up in, for desks that bring words of their own. */
  readonly i18n: i18n
  readonly t: TFunction
  /** A title of the pack in the language of the interface. */
  readonly title: (title: Title) => string
  /** 周一 14:05, in Asia/Shanghai. */
  readonly moment: (at: number) => string
  /** 3 小时, without its sign. */
  readonly amount: (ms: number) => string
  /** Joins what is listed in a row. */
  readonly list: (items: readonly string[]) => string
  /** The language that approved lines are shown in: Chinese, whatever the interface speaks. */
  readonly script: 'zh-Hans' | 'zh-Hant'
  /** Traditional forms of the pack's texts while Traditional is chosen. */
  readonly dictionary: Dictionary | undefined
}

const WordsContext = createContext<Words | undefined>(undefined)

export interface WordsProviderProps {
  readonly i18n: i18n
  readonly dictionary?: Dictionary | undefined
  readonly children: ReactNode
}

/** Gives everything inside its words, and new ones when the language changes. */
export function WordsProvider({ i18n, dictionary, children }: WordsProviderProps) {
  const { t } = useTranslation(undefined, { i18n })
  const english = i18n.language === 'en'
  const words = useMemo((): Words => {
    const known = remembering(t)
    return {
      i18n,
      t: known,
      title: ({ zh, en }) => (english ? en : (dictionary?.[zh] ?? zh)),
      moment(at) {
        const { weekday, time } = shanghaiTime(at)
        return `${known(`weekday.${weekday as 0}`)} ${time}`
      },
      amount(ms) {
        const { unit, count } = amountLeft(ms)
        return known(`amount.${unit}`, { count })
      },
      list: (items) => items.join(english ? ', ' : '、'),
      script: dictionary ? 'zh-Hant' : 'zh-Hans',
      dictionary,
    }
  }, [i18n, t, english, dictionary])
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  invariant(words, 'the app stands inside WordsProvider')
  return words
}

/** Room for every text, and for what a long day fills into them. */
const REMEMBERED = 2000

/** Looks up each text only once: a panel has a hundred of them, and i18next takes each apart anew. */
function remembering(t: TFunction): TFunction {
  const look = t as unknown as (key: string, values?: unknown) => string
  const texts = new Map<string, string>()
  const known = (key: string, values?: unknown): string => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`
    const text = texts.get(asked) ?? look(key, values)
    if (texts.size > REMEMBERED) texts.clear()
    texts.set(asked, text)
    return text
  }
  return known as unknown as TFunction
}
