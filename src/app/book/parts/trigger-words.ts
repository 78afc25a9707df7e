import { useCallback } from 'react'
import type { CompiledPack, Transition } from '../../../core/pack.ts'
import { useWords } from '../../words.tsx'

/** What happens at a step, in words: what the customer does, what we find, a step done, the line said. */
export function useTriggerWords(pack: CompiledPack | undefined): (trigger: Transition['trigger']) => string {
  const { t, title } = useWords()
  return useCallback(
    (trigger) => {
      switch (trigger.type) {
        case 'said':
          return t('book.said')
        case 'step': {
          const step = pack?.steps[trigger.step]
          return t('book.done', { step: step ? title(step.title) : trigger.step })
        }
        case 'move': {
          const move = pack?.moves[trigger.move]
          return move ? title(move.title) : trigger.move
        }
      }
    },
    [pack, t, title],
  )
}
