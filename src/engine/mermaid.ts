import type { CompiledPack, Machine, MachineState, Transition } from '../core/pack.ts'

/** A machine as a Mermaid state diagram, with the titles that reviewers know. */
export function machineToMermaid(pack: CompiledPack, machine: Machine): string {
  const states = Object.values(machine.states)
  return [
    'stateDiagram-v2',
    '  direction TB',
    ...states.map((state) => `  state ${quoted(labelOf(pack, state))} as ${nameOf(state.id)}`),
    `  [*] --> ${nameOf(machine.entry)}`,
    ...states.flatMap((state) => state.on.map((transition) => edge(pack, state, transition))),
    ...states.filter((state) => state.final).map((state) => `  ${nameOf(state.id)} --> [*]`),
    '',
  ].join('\n')
}

function edge(pack: CompiledPack, from: MachineState, { trigger, to, start, when }: Transition): string {
  const label =
    trigger.type === 'said'
      ? '说了'
      : trigger.type === 'step'
        ? `做了 ${pack.steps[trigger.step]?.title.zh ?? trigger.step}`
        : (pack.moves[trigger.move]?.title.zh ?? trigger.move)
  const repeat = when ? `（${when.seen} 第${when.times}次起）` : ''
  const opens = start ? `，打开 ${pack.scenarios[start]?.title.zh ?? start}` : ''
  return `  ${nameOf(from.id)} --> ${nameOf(to ?? from.id)}: ${plain(label + repeat + opens)}`
}

function labelOf(pack: CompiledPack, state: MachineState): string {
  if (state.final) return `${state.id} ⏹ ${state.final.outcome}`
  const first = state.say.at(-1)
  const purpose = first ? pack.lines[first.line]?.purpose.zh : undefined
  return purpose ? `${state.id}\\n${purpose}` : state.id
}

/** Mermaid takes no hyphens in names. */
function nameOf(id: string): string {
  return id.replaceAll('-', '_')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', "'")}"`
}

/** A label must not hold what Mermaid reads as syntax. */
function plain(text: string): string {
  return text.replaceAll(':', '：').replaceAll(';', '；').replaceAll('\n', ' ')
}
