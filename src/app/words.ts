import type { TFunction } from 'i18next'
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Title } from '../core/pack.ts'
import { amountLeft, shanghaiTime } from '../ui/time.ts'
import type { Dictionary } from './traditional-pack.ts'

/** Everything that puts something into words for the agent. */
export interface Words {
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
}

/** Traditional forms of the pack's texts while Traditional is chosen, else nothing. */
export const TraditionalContext = createContext<Dictionary | undefined>(undefined)

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const dictionary = useContext(TraditionalContext)
  const english = i18n.language === 'en'
  return useMemo(
    () => ({
      t,
      title: ({ zh, en }) => (english ? en : (dictionary?.[zh] ?? zh)),
      moment(at) {
        const { weekday, time } = shanghaiTime(at)
        return `${t(`weekday.${weekday as 0}`)} ${time}`
      },
      amount(ms) {
        const { unit, count } = amountLeft(ms)
        return t(`amount.${unit}`, { count })
      },
      list: (items) => items.join(english ? ', ' : '、'),
      script: dictionary ? 'zh-Hant' : 'zh-Hans',
    }),
    [t, english, dictionary],
  )
}
