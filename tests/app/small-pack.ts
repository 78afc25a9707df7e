import type { CompiledPack, Line, Machine, MachineState, StageInfo, Transition } from '../../src/core/pack.ts'
import { BLUEPRINT, type Outcome, STAGES, type Stage } from '../../src/core/vocabulary.ts'

/**
 * The smallest pack that a whole call can be taken through: a journey greet → listen → thank → record, one scenario, and
 * one danger. Nothing is required anywhere, so that each step is one command.
 */
export const smallPack: CompiledPack = {
  id: 'small',
  title: titled('small'),
  version: '1.0.0',
  edition: '2026.11',
  hash: 'small-1',
  stages: Object.fromEntries(STAGES.map((stage) => [stage, stageInfo()])) as Record<Stage, StageInfo>,
  blueprint: BLUEPRINT,
  checkpoints: {
    'peak-verify': { title: titled('verify'), word: titled('professional'), stage: 'verify', source: [], needs: [] },
    'peak-negotiate': { title: titled('negotiate'), word: titled('sincere'), stage: 'negotiate', source: [], needs: [] },
    'end-care': {
      title: titled('care'),
      word: titled('care'),
      stage: 'care',
      source: [],
      needs: [{ anyOf: ['thanks'], title: titled('thanks') }],
    },
  },
  requirements: {
    acknowledged: { title: titled('acknowledged'), acts: [], steps: [], say: [] },
    identity: { title: titled('identity'), acts: [], steps: [], say: [] },
    'looked-up': { title: titled('looked up'), acts: [], steps: [], say: [] },
    'position-or-offer': { title: titled('position'), acts: [], steps: [], say: [] },
  },
  tempers: {
    upset: { title: titled('upset'), say: [], do: [], avoid: [] },
    angry: { title: titled('angry'), say: [], do: [], avoid: [] },
    abusive: { title: titled('abusive'), say: [], do: [], avoid: [] },
  },
  roles: [{ id: 'frontline', title: titled('frontline') }],
  promises: {},
  slots: { customer: { id: 'customer', fallback: '', sample: '欧阳女士', account: false } },
  profile: { titles: [{ id: 'ms', title: { zh: '女士', en: 'Ms' } }], tiers: [], brands: [] },
  moves: {
    'customer.goes-on': {
      id: 'customer.goes-on',
      title: titled('goes on'),
      by: 'customer',
      kind: 'follows',
      signals: [],
    },
    'customer.rages': {
      id: 'customer.rages',
      title: titled('rages'),
      by: 'customer',
      kind: 'escalates',
      signals: ['anger-2'],
    },
  },
  steps: { note: { id: 'note', title: titled('note'), acts: [], identifies: false, account: false } },
  hints: {},
  swaps: {},
  lines: { greet: line('greet', []), listen: line('listen', ['empathy']), thank: line('thank', ['care', 'thanks']) },
  fallbackLines: ['listen'],
  listening: {
    apply: { signal: 0.8, move: 0.8, scenario: 0.9 },
    ask: { signal: 0.5, move: 0.5, scenario: 0.6 },
    budget: { asks: 2, within: 300_000 },
    lapse: 25_000,
    again: 60_000,
  },
  machines: {
    phone: machine('phone', [
      state('greet', 'contact', { move: 'customer.goes-on', to: 'listen' }, { move: 'customer.rages', to: 'greet', start: 'rage' }),
      state('listen', 'soothe', { move: 'customer.goes-on', to: 'thank' }, { move: 'customer.rages', to: 'listen', start: 'rage' }),
      state('thank', 'care', { move: 'customer.goes-on', to: 'record' }),
      state('record', 'follow-up', { move: 'customer.goes-on', to: 'over' }),
      end('follow-up', 'settled'),
    ]),
    hall: machine('hall', [
      state('greet', 'contact', { move: 'customer.goes-on', to: 'record' }),
      state('record', 'follow-up', { move: 'customer.goes-on', to: 'over' }),
      end('follow-up', 'settled'),
    ]),
    rage: machine('rage', [
      state('listen', 'soothe', { move: 'customer.goes-on', to: 'over' }, { move: 'customer.rages', to: 'listen' }),
      end('soothe', 'settled'),
    ]),
    press: machine('press', [state('greet', 'soothe', { move: 'customer.goes-on', to: 'over' }), end('soothe', 'escalated')]),
  },
  journeys: { phone: 'phone', hall: 'hall' },
  scenarios: {
    rage: { ...scenario('rage'), group: 'customer' },
    press: { ...scenario('press'), group: 'situation', interrupts: 'media' },
  },
  documents: {},
  sources: {},
  rules: {},
}

function titled(name: string) {
  return { zh: name, en: name }
}

function stageInfo(): StageInfo {
  return { title: titled('stage'), weight: 4, requires: [] }
}

function line(id: string, acts: Line['acts']): Line {
  return {
    id,
    purpose: titled(id),
    say: [`{customer}，${id} 1`, `{customer}，${id} 2`],
    short: id,
    acts,
    promises: [],
    account: false,
    source: [],
    edition: '2026.11',
    status: 'approved',
    approved: '2026-11-21',
    at: `${id}:1`,
    pinyin: '',
    initials: '',
  }
}

function machine(id: string, states: readonly MachineState[]): Machine {
  return {
    id,
    title: titled(id),
    entry: states[0]?.id ?? '',
    states: Object.fromEntries(states.map((each) => [each.id, each])),
    at: `${id}:1`,
  }
}

type Answer = { readonly move: string } & Pick<Transition, 'to' | 'start'>

function state(id: string, stage: Stage, ...answers: readonly Answer[]): MachineState {
  return {
    id,
    at: `${id}:1`,
    stage,
    say: id === 'greet' || id === 'thank' ? [{ line: id }] : [{ line: 'listen' }],
    do: ['note'],
    avoid: [],
    requires: [],
    on: answers.map(({ move, ...rest }) => ({ trigger: { type: 'move', move }, ...rest })),
  }
}

function end(stage: Stage, outcome: Outcome): MachineState {
  return { ...state('over', stage), final: { outcome, next: 'back' } }
}

function scenario(id: string) {
  return {
    id,
    title: titled(id),
    summary: titled(id),
    channels: ['phone', 'hall'],
    source: [],
    cues: { signals: [], examples: [], unlike: [] },
    closing: {},
  } as const
}
