import { mayShow } from '../../core/attention.ts'
import { stageGate } from '../../core/gates.ts'
import type { Quote } from '../../core/heard.ts'
import { idsOf } from '../../core/heard-turns.ts'
import { choose, fill, slotValues, usable, wordingsOf } from '../../core/lines.ts'
import { branch, frontState, machineOf, stateOf } from '../../core/machines.ts'
import type { CompiledPack, Line, Swap } from '../../core/pack.ts'
import { resemblance, SAME_WORDS } from '../../core/resemblance.ts'
import { highestRank, rankOf } from '../../core/roles.ts'
import { refundRole } from '../../core/rules/refund.ts'
import { linesInstead, swapFor, swapSaid } from '../../core/slips.ts'
import { type CallState, frontPlace, inFront, JOURNEY } from '../../core/state.ts'
import { cardLine } from '../../core/view.ts'
import { type Act, BLUEPRINT, type Stage, type Violation } from '../../core/vocabulary.ts'
import { goToStage } from '../journey.ts'
import { trigger } from '../moving.ts'
import { noteCommitments } from '../promising.ts'
import type { Recorder } from '../recorder.ts'
import { say } from '../speaking.ts'
import type { Hear } from './hear-command.ts'

/** What the agent says: checked for slips, and counted as the line on the card when it is that line or does the same. */
export function hearAgent(record: Recorder, command: Hear, corrects: boolean): void {
  noteSlip(record, command)
  noteOffer(record, command)
  if (corrects) return
  countAsSaid(record, command)
  // A line that was recognised has made its own promise.
  if (!justPromised(record, command.text)) noteCommitments(record, command)
}

/** Marks what was said as the line on the card, when it is that line or does the same. */
function countAsSaid(record: Recorder, command: Hear): void {
  const { pack, state, now } = record
  const acts = idsOf(command.findings.acts)
  const { kind, line } = cardLine(state, pack, now)
  const wording = wordingSaid(record, line, command.text)
  if (wording !== undefined) say(record, { type: 'SayLine', line: line.id, wording, via: 'heard' })
  else if (!justSaid(record, command.text) && !closes(record, acts)) {
    const same = line.acts.some((act) => acts.includes(act))
    if (same && kind !== 'promise') say(record, { type: 'SayLine', line: line.id, wording: 'own', via: 'heard' })
    else if (!skipAhead(record, acts)) followActs(record, acts)
  }
}

/** Which wording of a line was said, by its words. */
function wordingSaid({ pack, state }: Recorder, line: Line, text: string): number | undefined {
  const scores = wordingsOf(line).map((wording) => resemblance(text, fill(pack, wording, slotValues(pack, state))))
  const best = Math.max(...scores)
  return best >= SAME_WORDS ? scores.indexOf(best) : undefined
}

/** How long ago a line may have been marked as said by its key, and still be what is heard now: milliseconds. */
const STILL_SPEAKING = 45_000

/** Whether the words are those of a line that has just made a promise by its key. */
function justPromised(record: Recorder, text: string): boolean {
  const { pack } = record
  return justSaid(record, text, (line) => (pack.lines[line]?.promises.length ?? 0) > 0)
}

/** Whether this is a line that was marked as said already: the key is pressed before or while the words are spoken. */
function justSaid({ state, now }: Recorder, text: string, counts: (line: string) => boolean = () => true): boolean {
  const fresh = state.said.slice(-2).filter((each) => now - each.at < STILL_SPEAKING && counts(each.line))
  return fresh.some((each) => resemblance(text, each.text) >= SAME_WORDS)
}

/** How many lines of a script an agent is followed past. */
const SKIPPED = 3

/** Follows an agent who leaves lines of a scenario out: to the next one that does what was said, as far as the script goes on by itself. */
function skipAhead(record: Recorder, acts: readonly Act[]): boolean {
  const { pack, state, now } = record
  const key = inFront(state)
  if (key === JOURNEY || acts.length === 0) return false
  const machine = machineOf(pack, key, state.channel)
  const seen = state.machines[key]?.seen ?? {}
  let at = frontState(pack, state)
  for (let skipped = 1; skipped <= SKIPPED; skipped++) {
    const next = branch(at, { type: 'said' }, seen)?.to
    if (next === undefined || machine.states[next]?.final) return false
    at = stateOf(machine, next)
    const line = choose(pack, at.say, state, now)
    if (!line?.acts.some((act) => acts.includes(act))) continue
    for (let i = 0; i < skipped; i++) trigger(record, { type: 'said' })
    const card = cardLine(record.state, pack, now)
    if (card.line.acts.some((act) => acts.includes(act))) say(record, { type: 'SayLine', line: card.line.id, wording: 'own', via: 'heard' })
    return true
  }
  return false
}

/** Where in a call an act belongs. */
const STAGE_OF: Readonly<Partial<Record<Act, Stage>>> = {
  verify: 'verify',
  'explain-cause': 'report-back',
  'offer-options': 'negotiate',
  'firm-position': 'negotiate',
  'confirm-agreement': 'agree',
  'commit-deadline': 'fulfil',
  improve: 'care',
}

/** What brings a call to its close whichever script is on. */
const CLOSING: readonly Act[] = ['confirm-agreement', 'improve']

/** How many of the customer's last turns may show that they have come round. */
const LATELY = 2

/** Whether the customer has agreed or thanked just now: an agent who closes then has settled it, by whatever way. */
function cameRound({ heard }: CallState): boolean {
  const last = heard.filter(({ who }) => who === 'customer').slice(-LATELY)
  return last.some(({ signals }) => signals.includes('accepts') || signals.includes('thanks'))
}

/** Follows an agent who closes what a scenario is about; it stays at its step, and can be taken up again. */
function closes(record: Recorder, acts: readonly Act[]): boolean {
  const { state } = record
  if (inFront(state) === JOURNEY || !cameRound(state)) return false
  return goAhead(
    record,
    acts.filter((act) => CLOSING.includes(act)),
  )
}

/** Lets the journey follow an agent who goes a way of their own. */
function followActs(record: Recorder, acts: readonly Act[]): void {
  if (inFront(record.state) === JOURNEY) goAhead(record, acts)
}

/** Goes to the next stage that one of the acts belongs to: forward only, and where its requirements are met. */
function goAhead(record: Recorder, acts: readonly Act[]): boolean {
  const { pack, state } = record
  const blueprint = BLUEPRINT[state.channel]
  const at = blueprint.indexOf(state.stage)
  const ahead = acts
    .flatMap((act) => STAGE_OF[act] ?? [])
    .filter((stage) => blueprint.indexOf(stage) > at && stageGate(pack, state, stage) === undefined)
    .sort((a, b) => blueprint.indexOf(a) - blueprint.indexOf(b))
  const [next] = ahead
  if (next) goToStage(record, next)
  return next !== undefined
}

/** A slip heard as surely as this is noted beside one that stands on the list. */
const PLAIN = 0.75

/** A slip, by the words of a swap or as recognised, with what to say instead. A word from the list does not hide what is as plain and says something else. */
function noteSlip(record: Recorder, command: Hear): void {
  const { pack } = record
  const { text, findings } = command
  const literal = swapSaid(pack, text)
  const beyond = whoseOffer(record, findings)
  // Whether an offer is too much is not for its wording to say.
  const recognised = findings.violations.filter(({ id }) => !findings.offer || id !== 'over-promise')
  if (beyond) emitSlip(record, command, { violation: 'over-promise', because: beyond, beyond: true, first: true })
  else if (literal) {
    const { violation } = literal.swap
    emitSlip(record, command, { violation, because: [quoteOf(text, literal.piece)], swap: literal.swap, first: true })
    const [plain] = recognised.filter(({ id, score }) => id !== violation && score >= PLAIN)
    if (plain) emitSlip(record, command, { violation: plain.id, because: plain.because, first: false })
  } else if (recognised[0]) emitSlip(record, command, { violation: recognised[0].id, because: recognised[0].because, first: true })
}

interface Offence {
  readonly violation: Violation
  readonly because: readonly Quote[]
  readonly swap?: Swap
  /** An offer that somebody else would have to grant. */
  readonly beyond?: boolean
  /** Whether it is the one that the panel may show. */
  readonly first: boolean
}

function emitSlip(record: Recorder, { turn, text }: Hear, { violation, because, beyond, first, ...offence }: Offence): void {
  const { pack, state, now } = record
  if (state.slips.some((each) => each.turn === turn && each.violation === violation)) return
  const swap = offence.swap ?? swapFor(pack, violation, text, frontState(pack, state).avoid)
  const unusable = (line: Line) => !usable(pack, line, now, state)
  const lines = beyond ? linesBeyond(pack) : linesInstead(pack, violation, { ...standing(record), unusable })
  const shown = first && mayShow(pack.listening, state, now)
  record.emit({ type: 'SlipNoted', turn, violation, because, ...(swap ? { swap: swap.id } : {}), lines, shown })
}

/** The words of an offer that somebody else would have to grant. */
function whoseOffer({ pack, state }: Recorder, { offer }: Hear['findings']): readonly Quote[] | undefined {
  const role = refundRole(pack, offer?.yuan)
  return offer && role && rankOf(pack, role.id) > highestRank(pack, state.rolesGranted) ? offer.because : undefined
}

/** What may be said of a refund that somebody else would have to grant. */
function linesBeyond({ promises }: CompiledPack): readonly string[] {
  return [...new Set(Object.values(promises).flatMap(({ refunds, beyond }) => (refunds ? (beyond?.say ?? []) : [])))]
}

/** Notes the sum that was offered, so that the card shows whose it is; what the agent noted stands. */
function noteOffer(record: Recorder, { findings: { offer } }: Hear): void {
  if (offer && record.state.refund === undefined && refundRole(record.pack, offer.yuan))
    record.emit({ type: 'RefundNoted', yuan: offer.yuan })
}

function standing({ pack, state }: Recorder): { readonly machine: string; readonly state: string } {
  const place = frontPlace(state)
  return { machine: place.machine === JOURNEY ? pack.journeys[state.channel] : place.machine, state: place.state }
}

function quoteOf(text: string, piece: string) {
  const start = text.indexOf(piece)
  return { text: piece, start, end: start + piece.length }
}
