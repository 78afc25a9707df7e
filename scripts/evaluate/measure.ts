import type { Heard, Recognised, Speaker } from '../../src/hearing/hear.ts'
import type { HeldBackLine, HeldBackSet } from './held-back.ts'
import { DANGEROUS, MARKS } from './marks.ts'
import { measureRedaction } from './measure-redaction.ts'
import { measureSums } from './measure-sums.ts'
import type { Figure, Finding, Mark, Miss, Section } from './report.ts'
import { macroF1, pooled, scoresOf, share } from './scores.ts'

export type Listener = (text: string, who: Speaker) => Heard

/** Labels that were wanted and heard in a line. */
interface Compared {
  readonly text: string
  readonly wanted: readonly string[]
  readonly heard: readonly Finding[]
}

/**
 * How well a recogniser hears a set of lines.
 *
 * @param misheard what reaches the recogniser of a line; without it the lines as they were said. What is personal in a line that was
 *   misheard is not known any more, so that redaction is only measured without.
 */
export function measure(hear: Listener, set: HeldBackSet, misheard?: (text: string) => string): Section[] {
  const heardIn = (lines: readonly HeldBackLine[], who: Speaker) =>
    lines.map((line) => {
      const text = misheard?.(line.text) ?? line.text
      return { line, text, heard: hear(text, who) }
    })
  const scenarios = heardIn(set.scenarios, 'customer')
  const calm = heardIn(set.calm, 'customer')
  const customers = [...scenarios, ...calm, ...heardIn(set.signals, 'customer')]
  const agents = heardIn(set.agent, 'agent')
  const compare = (
    of: (heard: Heard) => readonly Recognised[],
    wanted: (line: HeldBackLine) => readonly string[] | undefined,
    among: typeof agents,
  ) =>
    among.flatMap(({ line, text, heard }): Compared[] => {
      const labels = wanted(line)
      return labels ? [{ text, wanted: labels, heard: of(heard).map(findingOf) }] : []
    })
  const ranked = scenarios.map(
    ({ line, text, heard }): Compared => ({ text, wanted: [line.scenario ?? 'none'], heard: heard.scenarios.map(findingOf) }),
  )
  return [
    scenarioSection(ranked),
    calmSection(calm.map(({ text, heard }) => ({ text, wanted: [], heard: heard.scenarios.slice(0, 1).map(findingOf) }))),
    signalSection(
      compare(
        (heard) => heard.signals,
        (line) => line.signals,
        customers,
      ),
    ),
    labelSection(
      'Acts',
      compare(
        (heard) => heard.acts,
        (line) => line.acts,
        agents,
      ),
      (scores) => [{ name: 'macro F1', value: macroF1(scores) }],
    ),
    violationSection(
      compare(
        (heard) => heard.violations,
        (line) => line.violations,
        agents,
      ),
    ),
    measureSums(set.amounts.map((line) => ({ ...line, text: misheard?.(line.text) ?? line.text }))),
    measureRedaction(misheard ? [] : set.redaction),
  ].filter(({ lines }) => lines > 0)
}

function scenarioSection(ranked: readonly Compared[]): Section {
  const within = (places: number) =>
    share(ranked.filter(({ wanted, heard }) => heard.slice(0, places).some(({ label }) => wanted.includes(label))).length, ranked.length)
  const missed = ranked.filter(({ wanted, heard }) => !wanted.includes(heard[0]?.label ?? 'none'))
  return {
    title: 'Scenarios',
    lines: ranked.length,
    figures: [
      marked('best is right', within(1), MARKS.scenarioFirst),
      marked('among the first three', within(3), MARKS.scenarioFirstThree),
      { name: 'nothing recognised', value: share(ranked.filter(({ heard }) => heard.length === 0).length, ranked.length) },
    ],
    scores: scoresOf(ranked.map(({ wanted, heard }) => ({ wanted, heard: heard.slice(0, 1).map(({ label }) => label) }))),
    misses: missed.map(({ text, wanted, heard }) => ({
      text,
      wanted,
      heard: heard.slice(0, 3),
      missed: wanted.map((label) => nearness(label, heard)),
      extra: heard.slice(0, 1).map(({ label }) => label),
    })),
  }
}

/** How near a scenario came that was not heard first. */
function nearness(label: string, heard: readonly Finding[]): string {
  const place = heard.findIndex((finding) => finding.label === label)
  return place < 0 ? `${label}, not among those named` : `${label}, in place ${place + 1} with ${heard[place]?.score}`
}

function calmSection(calm: readonly Compared[]): Section {
  const alarmed = calm.filter(({ heard }) => heard.length > 0)
  return {
    title: 'Calm talk',
    lines: calm.length,
    figures: [marked('wrongly given a scenario', share(alarmed.length, calm.length), MARKS.calmAlarmed)],
    scores: [],
    misses: alarmed.map((each) => ({ ...each, missed: [], extra: each.heard.map(({ label }) => label) })),
  }
}

function signalSection(compared: readonly Compared[]): Section {
  return labelSection('Signals', compared, (scores) => {
    const danger = pooled(scores.filter(({ label }) => DANGEROUS.includes(label)))
    return [
      marked('macro F1', macroF1(scores), MARKS.signalsMacroF1),
      marked('dangers: recall', danger.recall, MARKS.dangerRecall),
      marked('dangers: precision', danger.precision, MARKS.dangerPrecision),
    ]
  })
}

function violationSection(compared: readonly Compared[]): Section {
  const flagged = (lines: readonly Compared[]) => share(lines.filter(({ heard }) => heard.length > 0).length, lines.length)
  return labelSection('Violations', compared, (scores) => [
    marked('recall', pooled(scores).recall, MARKS.violationRecall),
    { name: 'macro F1', value: macroF1(scores) },
    { name: 'faulty lines flagged', value: flagged(compared.filter(({ wanted }) => wanted.length > 0)) },
    marked('blameless lines flagged', flagged(compared.filter(({ wanted }) => wanted.length === 0)), MARKS.blamelessFlagged),
  ])
}

function labelSection(title: string, compared: readonly Compared[], figures: (scores: Section['scores']) => readonly Figure[]): Section {
  const scores = scoresOf(compared.map(({ wanted, heard }) => ({ wanted, heard: heard.map(({ label }) => label) })))
  return { title, lines: compared.length, figures: figures(scores), scores, misses: compared.flatMap(missOf) }
}

function missOf({ text, wanted, heard }: Compared): Miss[] {
  const missed = wanted.filter((label) => heard.every((finding) => finding.label !== label))
  const extra = heard.map(({ label }) => label).filter((label) => !wanted.includes(label))
  return missed.length + extra.length > 0 ? [{ text, wanted, heard, missed, extra }] : []
}

function findingOf({ id, score, because }: Recognised): Finding {
  return { label: id, score, because }
}

function marked(name: string, value: number, mark: Mark): Figure {
  return { name, value, mark }
}
