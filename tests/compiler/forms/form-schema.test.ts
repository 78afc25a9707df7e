import { describe, expect, test } from 'vitest'
import { formSchema } from '../../../src/compiler/forms/form-schema.ts'
import { linkForm } from '../../../src/compiler/forms/link-form.ts'
import { SourceFile } from '../../../src/compiler/source-file.ts'
import { packOf } from '../../engine/support.ts'

const telecom = packOf('telecom')

const WRITTEN = `
id: slip
order: 1
title: {zh: 条子, en: Slip}
when: {owed: true}
source: [ours]
sections:
  - {id: only, zh: 全部, en: All, fields: [{id: urgency, zh: 缓急, en: Urgency, kind: choice, from: urgency}]}
`

function linked(text: string) {
  const file = SourceFile.open('forms/slip.yaml', text)
  const value = file.parse(formSchema, [], [])
  if (!value) throw new Error('not a form')
  return linkForm({ value, file, path: [] }, telecom)
}

describe('a form as it is shipped', () => {
  test('has one copy without a name where none is named, and says where it was written', () => {
    const form = linked(WRITTEN)
    expect(form.copies).toEqual([{ id: 'only', title: { zh: '', en: '' } }])
    expect(form.at).toBe('forms/slip.yaml:2')
    expect(form.when).toEqual({ owed: true })
  })

  test('has the choices of the fact that fills it, where it names none of its own', () => {
    expect(Object.keys(linked(WRITTEN).sections[0]?.fields[0]?.choices ?? {})).toEqual(['top', 'urgent', 'normal'])
    const own = linked(WRITTEN.replace('from: urgency', 'choices: {a: {zh: 甲, en: A}, b: {zh: 乙, en: B}}'))
    expect(Object.keys(own.sections[0]?.fields[0]?.choices ?? {})).toEqual(['a', 'b'])
  })
})

test('forms stand in the order that their files give them', () => {
  expect(Object.keys(telecom.forms ?? {})).toEqual([
    'work-order',
    'reception',
    'major-report',
    'media-visit',
    'card-fraud',
    'progress-log',
    'eight-d',
  ])
})
