import type { Machine, MachineState, Transition } from '../core/pack.ts'
import { eventName } from './event-name.ts'

/**
 * A machine as W3C SCXML 1.0 that other tools can run: how often a state has been entered is kept in `seen`, and the lines
 * and steps of each state are logged as it is entered.
 */
export function machineToScxml(machine: Machine): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name=${attribute(machine.id)} initial=${attribute(machine.entry)}>`,
    '  <datamodel>',
    '    <data id="seen" expr="{}"/>',
    '  </datamodel>',
    ...Object.values(machine.states).flatMap((state) => (state.final ? finalLines(state) : stateLines(state))),
    '</scxml>',
    '',
  ].join('\n')
}

function stateLines(state: MachineState): string[] {
  const counter = `seen[${JSON.stringify(state.id)}]`
  return [
    `  <state id=${attribute(state.id)}>`,
    '    <onentry>',
    `      <assign location=${attribute(counter)} expr=${attribute(`(${counter} || 0) + 1`)}/>`,
    ...state.say.map((say) => `      <log label="say" expr=${attribute(JSON.stringify(say.line))}/>`),
    ...state.do.map((step) => `      <log label="do" expr=${attribute(JSON.stringify(step))}/>`),
    '    </onentry>',
    ...state.on.flatMap(transitionLines),
    '  </state>',
  ]
}

function transitionLines({ trigger, to, start, when }: Transition): string[] {
  const attributes = [
    `event=${attribute(eventName(trigger))}`,
    ...(to ? [`target=${attribute(to)}`] : []),
    ...(when ? [`cond=${attribute(`(seen[${JSON.stringify(when.seen)}] || 0) >= ${when.times}`)}`] : []),
  ].join(' ')
  return start
    ? [`    <transition ${attributes}>`, `      <raise event=${attribute(`start.${start}`)}/>`, '    </transition>']
    : [`    <transition ${attributes}/>`]
}

function finalLines({ id, final }: MachineState): string[] {
  return [
    `  <final id=${attribute(id)}>`,
    '    <donedata>',
    `      <param name="outcome" expr=${attribute(JSON.stringify(final?.outcome))}/>`,
    `      <param name="next" expr=${attribute(JSON.stringify(final?.next))}/>`,
    ...(final?.reason ? [`      <param name="reason" expr=${attribute(JSON.stringify(final.reason))}/>`] : []),
    '    </donedata>',
    '  </final>',
  ]
}

function attribute(value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return `"${escaped}"`
}
