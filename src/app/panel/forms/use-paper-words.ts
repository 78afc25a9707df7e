import { useMemo } from 'react'
import type { Title } from '../../../core/title.ts'
import { useWords, type Words } from '../../words.tsx'

/** What is printed beside the fields of a form. */
export interface PaperWords {
  readonly company: string
  readonly filledBy: string
  readonly checkedBy: string
  readonly date: string
  readonly dateBlank: string
  readonly continued: string
  readonly page: (page: number, pages: number) => string
}

/**
 * The words of the company's papers. They are Chinese whatever the interface speaks, as the lines are: what is filed, pasted and given to
 * customers does not depend on who has filled it in.
 */
export function usePaperWords(): { readonly say: (title: Title) => string; readonly words: PaperWords; readonly script: Words['script'] } {
  const { i18n, script, dictionary } = useWords()
  return useMemo(() => {
    const t = i18n.getFixedT(script)
    return {
      script,
      say: ({ zh }) => dictionary?.[zh] ?? zh,
      words: {
        company: t('forms.company'),
        filledBy: t('forms.filledBy'),
        checkedBy: t('forms.checkedBy'),
        date: t('forms.date'),
        dateBlank: t('forms.dateBlank'),
        continued: t('forms.continued'),
        page: (page, pages) => t('forms.page', { page, pages }),
      },
    }
  }, [i18n, script, dictionary])
}
