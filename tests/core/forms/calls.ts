import type { FormFields } from '../../../src/core/events.ts'
import { type CallFacts, formFacts } from '../../../src/core/forms/call-facts.ts'
import { completed, missing, prefill } from '../../../src/core/forms/fill.ts'
import type { Form } from '../../../src/core/forms/form.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import { packOf, Talk } from '../../engine/support.ts'

export const telecom = packOf('telecom')

export function formOf(id: string, pack: CompiledPack = telecom): Form {
  const form = pack.forms?.[id]
  if (!form) throw new Error(`there is no form ${id}`)
  return form
}

export function factsOf({ call, now }: Talk): CallFacts {
  return formFacts(call.pack, call.events, call.state, now)
}

/** What stands on a form after a call, with what the agent has stored. */
export function filled(talk: Talk, id: string): FormFields {
  const form = formOf(id, talk.call.pack)
  return completed(form, prefill(talk.call.pack, form, factsOf(talk)), talk.call.state.forms[id])
}

export function lacking(talk: Talk, id: string): readonly string[] {
  return missing(formOf(id, talk.call.pack), filled(talk, id)).map((field) => field.id)
}

/** A fee dispute that is agreed: the double, 80 yuan in all, within the front line's rights. */
export function agreedFeeDispute(): Talk {
  return new Talk(telecom, 'phone', {
    surname: '王',
    title: 'ms',
    tier: 'ordinary',
    brand: 'easyown',
    matter: '多扣的月租',
    demand: '双倍返还',
  })
    .says()
    .starts('fee-dispute')
    .says()
    .does({ type: 'DoStep', step: 'verify-identity' })
    .says()
    .does({ type: 'DoStep', step: 'compare-fee-items' })
    .moves('finding.overcharged')
    .says()
    .moves('finding.fee-double')
    .says()
    .does({ type: 'NoteRefund', yuan: 80 })
    .moves('decision.within-100')
    .says()
    .does({ type: 'DoStep', step: 'enter-refund' })
    .moves('customer.accepts')
}

/** Ends a call with whatever the close still asks for. */
export function endedBy(talk: Talk, outcome: 'settled' | 'follow-up' | 'escalated'): Talk {
  return talk.does({ type: 'EndCall', outcome, ...(talk.view.ending.ready ? {} : { reason: 'customer-left' as const }) })
}
