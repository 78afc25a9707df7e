import type { Output, RuleInput, RuleOutput, Test, Unit } from '../../../core/rules/decision-table.ts'
import type { Words } from '../../words.tsx'

type Saying = Pick<Words, 't' | 'title' | 'list'>

/** What a cell asks for, in words: 服务厅、热线; > 100 · ≤ 500 元. */
export function cellWords(words: Saying, input: RuleInput, tests: readonly Test[]): string {
  return words.list(tests.map((test) => testWords(words, input, test)))
}

function testWords({ t, title }: Saying, input: RuleInput, test: Test): string {
  switch (test.type) {
    case 'absent':
      return t('rules.absent')
    case 'is':
      if (typeof test.value === 'boolean') return t(test.value ? 'rules.yes' : 'rules.no')
      return input.type === 'choice' ? title(input.choices[test.value] ?? { zh: test.value, en: test.value }) : test.value
    case 'between': {
      const { from, to } = test
      const unit = input.type === 'number' ? input.unit : 'count'
      if (from && to && from.value === to.value) return quantity(t, unit, String(from.value))
      // Nothing is less than nothing.
      const above = from && !(from.value === 0 && from.included && to) && (from.included ? `≥ ${from.value}` : `> ${from.value}`)
      const below = to && (to.included ? `≤ ${to.value}` : `< ${to.value}`)
      return quantity(t, unit, [above, below].filter(Boolean).join(' · '))
    }
  }
}

/** What a table answers, in words. */
export function outputWords({ t, title }: Saying, output: RuleOutput, value: Output): string {
  if (typeof value === 'object') return title(value)
  if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no')
  if (output.type === 'choice') return title(output.choices[String(value)] ?? { zh: String(value), en: String(value) })
  return output.type === 'number' ? quantity(t, output.unit, String(value)) : String(value)
}

/** A number, or how far it may reach, with its unit. */
function quantity(t: Words['t'], unit: Unit, value: string): string {
  return t(`rules.unit.${unit}`, { value })
}
