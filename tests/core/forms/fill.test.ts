import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { runPlan } from '../../../src/compiler/plan-runner.ts'
import { planSchema } from '../../../src/compiler/schema.ts'
import { formFacts } from '../../../src/core/forms/call-facts.ts'
import { factChoices } from '../../../src/core/forms/fact-choices.ts'
import { fieldsOf } from '../../../src/core/forms/fields.ts'
import { completed, formsFor, isPersonal, missing, prefill } from '../../../src/core/forms/fill.ts'
import { FORM_FACTS } from '../../../src/core/forms/form-facts.ts'
import { CHANNELS } from '../../../src/core/vocabulary.ts'
import { replay } from '../../../src/engine/replay.ts'
import { commandsAt } from '../../../src/engine/walk.ts'
import { found, MONDAY, packOf, Talk } from '../../engine/support.ts'
import { agreedFeeDispute, endedBy, factsOf, filled, formOf, lacking, telecom } from './calls.ts'

// Walks take their time on a busy machine; a limit here is for what hangs.
vi.setConfig({ testTimeout: 120_000 })

const forms = Object.values(telecom.forms ?? {})

describe('[W2] a call names the forms that it is to be written up on', () => {
  test('every call a work order; an open promise its progress; a visit to the hall the reception form', () => {
    expect(formsFor(telecom, endedBy(new Talk(telecom).says(), 'settled').call.state)).toEqual(['work-order'])
    expect(formsFor(telecom, agreedFeeDispute().call.state)).toEqual(['work-order', 'progress-log'])
    expect(formsFor(telecom, new Talk(telecom, 'hall').says().call.state)).toEqual(['work-order', 'reception'])
  })

  test('a journalist the register of visits and the report of a major complaint', () => {
    const talk = new Talk(telecom, 'hall').moves('customer.brings-press')
    expect(formsFor(telecom, talk.call.state)).toEqual(['work-order', 'reception', 'major-report', 'media-visit'])
  })

  test('a used card the register of frauds; one that was opened by mistake and dropped does not', () => {
    const talk = new Talk(telecom).says().starts('card-used-code')
    expect(formsFor(telecom, talk.call.state)).toContain('card-fraud')
    talk.does({ type: 'DropScenario', scenario: 'card-used-code' })
    expect(formsFor(telecom, talk.call.state)).not.toContain('card-fraud')
  })

  test('what came back within three months the 8D report', () => {
    const talk = agreedFeeDispute()
    const earlier = { call: 'earlier', at: MONDAY - 20 * 86_400_000, matter: 'fee-dispute', outcome: 'settled' as const, promises: [] }
    talk.does({ type: 'Recall', earlier: [earlier], callers: { ordinary: 1, vip: 0 } })
    expect(formsFor(telecom, talk.call.state)).toContain('eight-d')
    expect(filled(talk, 'eight-d')).toMatchObject({
      classes: '重复投诉',
      earlier: '此前来过1次，最近一次2026-11-03 10:00，事由：其他资费争议，结果：当场办结。',
    })
  })

  test('a pack without forms asks for none', () => {
    const { forms: _, ...without } = telecom
    expect(formsFor(without, agreedFeeDispute().call.state)).toEqual([])
  })
})

describe('[W3] an agreed fee dispute fills its work order', () => {
  const talk = endedBy(agreedFeeDispute(), 'follow-up')
  const order = filled(talk, 'work-order')

  test('with the kind, the column and the urgency that the tables say', () => {
    expect(order).toMatchObject({ type: 'complaint', column: 'charges', urgency: 'normal', tier: 'ordinary', brand: 'easyown' })
  })

  test('with what it is about, what was found and what was decided', () => {
    expect(order.content).toBe(
      '客户反映：其他资费争议（多扣的月租）。客户要求：双倍返还。查证：查实多收了；属双倍返还。处理：不超过100元（退费80元）。',
    )
  })

  test('with the five parts of the reply', () => {
    expect(order.process).toBe(
      '10:00 接听客户来电；核对机主身份；标准、用量、实扣对一遍；查实多收了；致歉；说明原因；属双倍返还；提出处理办法；不超过100元（退费80元）；' +
        '与客户核对约定；承诺定下要退的费用，7个工作日内退清（2026-12-03 00:00前）；录入退费，核对金额；客户接受；结束，约定跟进。',
    )
    expect(order.answer).toBe(
      '查证结果：查实多收了；属双倍返还。处理：说明原因；提出处理办法；不超过100元（退费80元）。约定：定下要退的费用，7个工作日内退清（2026-12-03 00:00前）。',
    )
    expect(order).toMatchObject({ satisfaction: 'satisfied', time: '2026-11-23 10:00' })
  })

  test('with who handles it by when, as long as something is open', () => {
    expect(order).toMatchObject({ handling: 'transfer', deadline: '2026-11-27 10:00', 'first-reply': '2026-11-25 10:00' })
    expect(order['next-owner']).toBeUndefined()
  })

  test('[W4] and leaves at most three fields to the agent, each a choice but for the number of the agent', () => {
    expect(lacking(talk, 'work-order')).toEqual(['person', 'next-owner'])
    const open = missing(formOf('work-order'), order).filter(({ from }) => from !== 'agent')
    expect(open.map(({ kind }) => kind)).toEqual(['choice'])
  })
})

test('[W4] no walk-through that goes well leaves more than three fields of its work order open', () => {
  const folder = join(import.meta.dirname, '../../../scenarios/telecom/plans')
  for (const file of readdirSync(folder)) {
    const plan = planSchema.parse(parse(readFileSync(join(folder, file), 'utf8')))
    if (plan.goes !== 'well') continue
    const { call } = runPlan(telecom, plan, MONDAY)
    const form = formOf('work-order')
    const values = prefill(telecom, form, formFacts(telecom, call.events, call.state, MONDAY))
    const open = missing(form, values).filter(({ from }) => from !== 'agent')
    expect(open.length, `${plan.id}: ${open.map(({ id }) => id).join(', ')}`).toBeLessThanOrEqual(3)
  }
})

test('[W3] a call that left nothing open is answered directly and has no deadline', () => {
  const talk = endedBy(new Talk(telecom).says().starts('fee-dispute'), 'settled')
  expect(filled(talk, 'work-order')).toMatchObject({ handling: 'answer', 'next-owner': 'nobody' })
  expect(filled(talk, 'work-order').deadline).toBeUndefined()
})

test('[W3] a sum beyond those in the call goes to the manager; a matter in words is put in no column', () => {
  const talk = new Talk(telecom, 'phone', { matter: '装机太慢' }).says().does({ type: 'NoteRefund', yuan: 300 })
  const order = filled(talk, 'work-order')
  expect(order).toMatchObject({
    type: 'complaint',
    'next-owner': 'manager',
    content: '客户反映：装机太慢。处理：退费300元（店面经理、班组长审批）。',
  })
  expect(order.column).toBeUndefined()
  expect(lacking(talk, 'work-order')).toContain('column')
})

describe('[W3] the reception form', () => {
  const talk = new Talk(telecom, 'hall', { surname: '王', title: 'ms', tier: 'gold' })
    .says()
    .hears('customer', '你们多扣了我四十八块', {})
    .does({ type: 'DoStep', step: 'verify-identity' })

  test('has the talk to the minute, in the customer’s words where they were heard', () => {
    const [first] = (filled(talk, 'reception').talk ?? '').split('\n')
    expect(first?.split('\t')).toEqual(['2026-11-23 10:00', '当面', '客户到厅，接待；核对机主身份', '“你们多扣了我四十八块”'])
  })

  test('has a row for every minute, and a corrected turn in its last wording', () => {
    const later = new Talk(telecom).hears('customer', '我要退钱', {}, 'turn-x')
    later.now += 65_000
    later.hears('customer', '我要投诉', {}).hears('customer', '我要退钱啊', {}, 'turn-x')
    const rows = (factsOf(later).talk ?? '').split('\n').map((row) => row.split('\t'))
    expect(rows.map(([at, , , customer]) => [at, customer])).toEqual([
      ['2026-11-23 10:00', '“我要退钱啊”'],
      ['2026-11-23 10:01', '“我要投诉”'],
    ])
  })

  test('puts on the customer’s copy what the manual puts there, and the talk on the hall’s only', () => {
    const on = (copy: string) => formOf('reception').sections.filter(({ copies }) => copies?.includes(copy) ?? true)
    const ids = (copy: string) => on(copy).flatMap(({ fields }) => fields.map(({ id }) => id))
    expect(ids('customer')).toEqual([
      'name',
      'number',
      'contact',
      'received-at',
      'brand',
      'tier',
      'hall',
      'matter',
      'demand',
      'agent',
      'signature',
    ])
    expect(ids('hall')).toEqual(expect.arrayContaining(['serial', 'talk', 'agreed', 'called', 'state']))
  })
})

describe('[W3] a journalist and a used card', () => {
  test('the register of visits says whom to tell, and asks for what only the agent knows', () => {
    const talk = new Talk(telecom, 'hall').moves('customer.brings-press').does({ type: 'DoStep', step: 'notify-media-contact' })
    const visit = filled(talk, 'media-visit')
    expect(visit['reported-to']).toBe(
      '店面经理或值班管理人员，到接待室接待；再报传媒接口人，由综合部与媒体联系\n店面经理，一小时内给意见；再报服营厅的重大投诉管理员；还办不了，报分公司重大投诉总管',
    )
    expect(visit.process).toBe('10:00 客户到厅，接待；客户带记者来；立刻报传媒接口人。')
    const broke = new Talk(telecom, 'hall').starts('media-visit')
    expect(factsOf(broke).process).toBe('10:00 客户到厅，接待；遇客户携记者来访。')
    expect(lacking(talk, 'media-visit')).toEqual(['agent', 'press-card', 'notified'])
    expect(lacking(talk, 'major-report')).toEqual(['filed-by', 'traced', 'needed', 'support', 'legal'])
  })

  test('the register of frauds has what was found, and no place for a copy of an identity card or for the code', () => {
    const talk = new Talk(telecom)
      .says()
      .starts('card-used-code')
      .says()
      .does({ type: 'DoStep', step: 'verify-identity' })
      .does({ type: 'DoStep', step: 'look-up-card' })
      .moves('finding.code-used')
    expect(filled(talk, 'card-fraud')).toMatchObject({
      content: '客户反映：充值卡密码被套用。查证：查到卡已用过。',
      findings: '查到卡已用过',
    })
    expect(lacking(talk, 'card-fraud')).toEqual(['kind', 'cards', 'bought', 'police'])
    const titles = fieldsOf(formOf('card-fraud')).map(({ title }) => title.zh)
    expect(titles.filter((title) => /身份证|复印|密码/u.test(title))).toEqual([])
  })
})

describe('[W5] how content the customer was', () => {
  test.each([
    ['accepts by a key', () => agreedFeeDispute(), 'satisfied'],
    ['says thanks aloud', () => new Talk(telecom).hears('customer', '谢谢啊', { signals: [found('thanks')] }), 'satisfied'],
    [
      'says something more that shows nothing',
      () => new Talk(telecom).hears('customer', '谢谢啊', { signals: [found('thanks')] }).hears('customer', '再见'),
      'satisfied',
    ],
    [
      'is angry after that',
      () =>
        new Talk(telecom)
          .hears('customer', '谢谢啊', { signals: [found('thanks')] })
          .hears('customer', '太气人了', { signals: [found('anger-2')] }),
      undefined,
    ],
    ['has accepted, and it was taken back', () => agreedFeeDispute().does({ type: 'Undo' }), undefined],
    ['has said nothing of the kind', () => new Talk(telecom).says(), undefined],
  ])('who %s', (_, talk, expected) => {
    expect(factsOf(talk()).satisfaction).toBe(expected)
  })
})

test('[W3] what was taken back stands on no form', () => {
  const talk = agreedFeeDispute().does({ type: 'Undo' }, { type: 'Undo' })
  expect(factsOf(talk).process).not.toContain('录入退费')
})

describe('[W1] what tells who somebody is', () => {
  const stored = (talk: Talk) => talk.call.events.filter(({ type }) => type === 'FormFilled')

  test('is marked so on every form that asks for it', () => {
    const telling = /姓名|称呼|客户名称|电话$|号码$|签名|^媒体$/u
    const open = forms.flatMap((form) =>
      fieldsOf(form).flatMap(({ id, title, personal }) => (telling.test(title.zh) && !personal ? [`${form.id}.${id}`] : [])),
    )
    // The hall's own telephone is nobody's.
    expect(open).toEqual(['reception.hall'])
  })

  test('is never stored, nor is what no field of the form is', () => {
    const talk = new Talk(telecom)
    const fields = { name: '王女士', phone: '13800000000', 'press-card': 'seen', shoe: '42' }
    talk.does({ type: 'FillForm', form: 'media-visit', fields })
    expect(stored(talk)).toMatchObject([{ form: 'media-visit', fields: { 'press-card': 'seen' } }])
    expect(JSON.stringify(talk.call.events)).not.toMatch(/13800000000|王女士|shoe/)
    expect(talk.call.state.forms).toEqual({ 'media-visit': { 'press-card': 'seen' } })
    expect(replay(telecom, talk.call.events)).toMatchObject({ same: true })
  })

  test('alone changes nothing; nor does a form that the pack has not', () => {
    const talk = new Talk(telecom)
    expect(talk.tries({ type: 'FillForm', form: 'media-visit', fields: { name: '王女士' } })).toBe('no-change')
    expect(talk.tries({ type: 'FillForm', form: 'shoes', fields: { size: '42' } })).toBe('no-change')
    expect(stored(talk)).toEqual([])
  })

  test('comes from the page alone, whatever a log says', () => {
    const form = formOf('media-visit')
    const values = completed(form, { customer: '王女士', way: 'hall' }, { name: 'in a log', way: 'phone' }, { phone: '13800000000' })
    expect(values).toEqual({ customer: '王女士', way: 'phone', phone: '13800000000' })
    expect(isPersonal(form, 'name')).toBe(true)
    expect(isPersonal(form, 'way')).toBe(false)
  })
})

test('[W3] what the agent has completed stands above what the call says, also where it was emptied', () => {
  const talk = endedBy(agreedFeeDispute(), 'follow-up').does({
    type: 'FillForm',
    form: 'work-order',
    fields: { 'next-owner': 'support', satisfaction: 'fair', person: '8613', answer: '' },
  })
  expect(filled(talk, 'work-order')).toMatchObject({ 'next-owner': 'support', satisfaction: 'fair', person: '8613', answer: '' })
  expect(lacking(talk, 'work-order')).toEqual(['answer'])
})

test('every field is filled by a fact that there is, and every choice takes what its fact can be', () => {
  for (const form of forms) {
    for (const { id, kind, from, choices } of fieldsOf(form)) {
      if (from) expect(FORM_FACTS, `${form.id}.${id}`).toContain(from)
      if (kind === 'choice') expect(Object.keys(choices ?? {}).length).toBeGreaterThan(1)
      if (kind === 'choice' && from)
        expect(Object.keys(choices ?? {})).toEqual(expect.arrayContaining(Object.keys(factChoices(telecom, from) ?? {})))
    }
  }
})

test('a text shows how a choice is called', () => {
  const form = formOf('progress-log')
  const asText = {
    ...form,
    sections: [
      {
        id: 's',
        title: form.title,
        fields: [{ id: 'f', title: form.title, kind: 'text' as const, from: 'urgency' as const, required: false, personal: false }],
      },
    ],
  }
  expect(prefill(telecom, asText, { urgency: 'top' })).toEqual({ f: '特急单' })
  expect(prefill(telecom, asText, { urgency: 'no such' })).toEqual({})
})

describe.each([
  ['telecom', telecom],
  ['mini', packOf('mini')],
] as const)('%s', (_, pack) => {
  test('[W3] whatever happens in a call, its forms are filled', () => {
    const choices = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), choices, (channel, picks) => {
        const talk = new Talk(pack, channel)
        for (const pick of picks) {
          const options =
            pick % 5 === 0
              ? Object.keys(pack.scenarios).map((scenario) => ({ type: 'StartScenario' as const, scenario }))
              : commandsAt(talk.view)
          const command = options[Math.floor(pick / 5) % options.length]
          if (command) talk.tries(command)
          talk.now += pick % 90_000
        }
        const { events, state } = talk.call
        const facts = formFacts(pack, events, state, talk.now)
        for (const form of Object.values(pack.forms ?? {})) {
          const values = prefill(pack, form, facts)
          for (const { id, kind, choices: own, columns } of fieldsOf(form)) {
            const value = values[id]
            if (value === undefined) continue
            expect(value.trim()).not.toBe('')
            if (kind === 'choice') expect(own).toHaveProperty(value)
            if (kind === 'time') expect(value).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
            if (kind === 'rows') for (const row of value.split('\n')) expect(row.split('\t')).toHaveLength(columns?.length ?? 0)
          }
        }
        // Names of the program's own are nothing that a person reads.
        expect(
          Object.entries(facts).filter(
            ([fact, words]) => ['process', 'answer', 'summary', 'talk'].includes(fact) && /(finding|decision|customer|agent)\./.test(words),
          ),
        ).toEqual([])
        expect(formsFor(pack, state)).toEqual(pack.forms ? expect.arrayContaining(['work-order']) : [])
      }),
      { numRuns: 60 },
    )
  })
})
