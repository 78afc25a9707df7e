import type { DrillRules } from '../../../src/core/drill/level.ts'
import { type Persona, REACTIONS } from '../../../src/core/drill/persona.ts'
import type { TraineeTurn } from '../../../src/core/drill/trainee-turn.ts'

/** Somebody to be practised with in tests: eight ways for everything, which say what they are. */
export const LIN: Persona = {
  id: 'lin',
  title: { zh: '多扣了钱', en: 'Overcharged' },
  scenario: 'hard-line',
  also: [],
  channel: 'phone',
  profile: { surname: '林', title: 'ms', matter: '流量费', demand: '退钱' },
  scene: { zh: '一通电话。', en: 'A call.' },
  manner: 'plain',
  story: '上月多扣了三十块。',
  goal: { zh: '有人担下来', en: 'Somebody who takes it on' },
  temper: 'upset',
  patience: 4,
  calms: ['apology'],
  inflames: ['you-blame', 'silence'],
  needs: ['restate', 'explain-cause'],
  harder: ['commit-deadline'],
  facts: [
    { id: 'amount', ask: '多扣了多少钱？', words: ['多少钱'], tells: ['三十块'], told: true },
    { id: 'day', ask: '是哪天扣的？', words: ['哪天'], tells: ['八号', '八号那天', '就是八号'], needed: true },
    { id: 'fear', ask: '您最担心什么？', words: ['担心'], tells: ['怕再扣', '怕下月还来', '怕没完'], secret: true },
  ],
  truth: ['finding.our-fault'],
  records: [{ zh: '多收三十元', en: 'Thirty yuan too much' }],
  remedy: { zh: '退三十元', en: 'Thirty yuan back' },
  turns: [],
  says: Object.fromEntries(
    [...REACTIONS, 'customer.accepts', 'customer.softens', 'customer.refuses', 'customer.asks-why', 'customer.repeats-threat'].map(
      (key) => [key, Array.from({ length: 8 }, (_, i) => `${key} ${i + 1}`)],
    ),
  ),
  source: [],
}

export const RULES: DrillRules = {
  levels: {
    easy: { title: { zh: '入门', en: 'Easy' }, heat: -10, patience: 1.5, stings: 0.5, soothes: 1.5, doubts: 0, asksMore: false },
    standard: { title: { zh: '常规', en: 'Standard' }, heat: 0, patience: 1, stings: 1, soothes: 1, doubts: 0, asksMore: false },
    hard: { title: { zh: '棘手', en: 'Hard' }, heat: 10, patience: 1, stings: 1.5, soothes: 0.8, doubts: 1, asksMore: true },
  },
  heat: {
    starts: { calm: 10, upset: 40, angry: 60, abusive: 80 },
    soothed: 10,
    favourite: 6,
    again: 0.5,
    progress: 5,
    stung: 15,
    sorest: 5,
    unheard: 9,
    bored: 4,
    askedAgain: 7,
    quiet: 3,
    stalled: 2,
    agreesBelow: 50,
    policyFrom: 60,
    quietAfter: 60,
    closeWithin: 4,
  },
  everyday: [
    { id: 'name', words: ['贵姓'], says: said('姓{{surname}}') },
    { id: 'number', words: ['号码'], says: said('尾号{{tail}}') },
    { id: 'wait', words: ['稍等'], announces: true, says: said('好，等着') },
  ],
}

function said(text: string) {
  const plain = Array.from({ length: 4 }, (_, i) => `${text} ${i + 1}`)
  return { plain, dialect: plain, elderly: plain, legalistic: plain, sarcastic: plain }
}

/** Something that the agent says in words of their own. */
export function turn(text: string, seen: Partial<Omit<TraineeTurn, 'text'>> = {}): TraineeTurn {
  const { violations = [] } = seen
  return { id: text, at: 0, text, acts: [], violations, sure: violations, own: true, ...seen }
}
