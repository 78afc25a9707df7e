import type { Command } from '../../../core/events.ts'
import type { Title } from '../../../core/pack.ts'

/** One moment of the demo call. */
export interface Beat {
  /** Seconds since the demo began. */
  readonly at: number
  /** What the customer says. */
  readonly customer?: string
  /** What there is to notice. */
  readonly caption?: Title
  /** What the agent does about it. */
  readonly command?: Command
}

/**
 * A hard-line customer who comes round, played on the telecom pack in under a minute. Its story is that of the pack's plan
 * `hard-line.well`; `tests/app/demo-script.test.ts` plays it through the engine.
 */
export const DEMO_SCRIPT: readonly Beat[] = [
  {
    at: 0,
    caption: { zh: '电话进来了。屏上只有一句：此刻该说的那句。', en: 'A call comes in. One thing is on the card: what to say now.' },
  },
  { at: 3, command: say('phone.greet'), caption: { zh: '说了，按 1。', en: 'Said it: press 1.' } },
  { at: 5, customer: '喂，我流量平白多扣了两百三！三倍赔我，不赔我现在就打12315！' },
  {
    at: 8,
    command: move('customer.opens-hard-line'),
    caption: { zh: '听到什么按什么：情景换成强硬型，话也换了。', en: 'Press what you hear: the scenario and the line change.' },
  },
  {
    at: 11.5,
    command: {
      type: 'ChangeProfile',
      profile: { surname: '王', title: 'ms', tier: 'gold', brand: 'goetone', matter: '流量多扣费', demand: '三倍赔偿' },
    },
    caption: { zh: '姓名、事由随时补，话里跟着改。', en: 'Fill in who and what at any time; the line follows.' },
  },
  { at: 14.5, command: say('hard-line.affirm'), caption: { zh: '先肯定，再站稳。', en: 'Appreciate first, then stand firm.' } },
  { at: 17.5, command: say('hard-line.position') },
  { at: 19.5, customer: '权利我知道。我就问你赔不赔？不赔我今天就把材料递上去。' },
  {
    at: 22,
    command: move('customer.repeats-threat'),
    caption: { zh: '语气升到愤怒：先接住火气，立场不变。', en: 'The temper rises: take the anger, hold the position.' },
  },
  {
    at: 25,
    command: { type: 'PickWording', line: 'hard-line.hold-angry', wording: 1 },
    caption: { zh: '不顺口，按 2 换个说法。', en: 'Not your tone? 2 gives another wording.' },
  },
  { at: 27.5, command: say('hard-line.hold-angry', 1) },
  { at: 29, customer: '……你倒是没跟我绕。那你说说，你能给我办什么？' },
  {
    at: 31,
    command: move('customer.softens'),
    caption: { zh: '客户缓下来，曲线抬起来。', en: 'The customer softens, and the curve comes up.' },
  },
  { at: 33.5, command: say('hard-line.alternative') },
  { at: 35, customer: '行，那你先查，查出来是多扣的，得给我退回来。' },
  { at: 36.5, command: move('customer.accepts') },
  { at: 38.5, command: say('stage.identify') },
  {
    at: 39.5,
    command: doStep('verify-identity'),
    caption: { zh: '核对、查证、讲清原因：第一颗菱形填满。', en: 'Verify, look up, explain: the first diamond fills.' },
  },
  { at: 40.5, command: say('stage.look-up') },
  { at: 41.5, command: doStep('look-up-records') },
  { at: 42.5, command: move('finding.our-fault') },
  { at: 43.5, command: say('stage.report-fault') },
  { at: 44.5, customer: '我就说嘛！三倍我先不提了，先把多扣的退了。' },
  { at: 45.5, command: move('customer.accepts') },
  { at: 46.5, command: say('stage.offer'), caption: { zh: '给出办法：第二颗。', en: 'Make an offer: the second.' } },
  { at: 47.5, command: move('customer.accepts') },
  { at: 48.5, command: move('decision.can-do') },
  { at: 49.5, command: say('stage.confirm-now') },
  { at: 50.5, command: move('customer.accepts') },
  { at: 51.25, command: say('stage.carry-out') },
  { at: 52, command: doStep('carry-out') },
  {
    at: 53,
    command: say('hard-line.close-apologise'),
    caption: { zh: '请恕、改进、感谢：客户最后记住的就是这一段。', en: 'Apologise, improve, thank: the part that is remembered.' },
  },
  { at: 54.5, command: say('stage.improve') },
  { at: 56, command: say('hard-line.close-thank'), customer: '行吧，算你实在，谢了。' },
  {
    at: 58,
    command: { type: 'EndCall', outcome: 'settled' },
    caption: { zh: '两峰一终都做到了。', en: 'Two peaks and the end, all met.' },
  },
]

function say(line: string, wording = 0): Command {
  return { type: 'SayLine', line, wording, via: 'card' }
}

function move(id: string): Command {
  return { type: 'MakeMove', move: id }
}

function doStep(step: string): Command {
  return { type: 'DoStep', step }
}
