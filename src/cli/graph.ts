import { machineToMermaid } from '../engine/mermaid.ts'
import { machineToScxml } from '../engine/scxml.ts'
import { type Command, loadPack, UsageError, writeJson } from './command.ts'

const FORMATS = ['mermaid', 'scxml', 'json'] as const

/** One machine, drawn or as data. */
export const graph: Command = {
  name: 'graph',
  usage: 'graph SCENARIO [--format mermaid|scxml|json] [--pack ID]',
  about: 'the machine of a scenario, or of the journey phone or hall',
  options: { format: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (invocation, packs) => {
    const format = FORMATS.find((each) => each === (invocation.options.format ?? 'mermaid'))
    if (!format) throw new UsageError(`there is no format “${String(invocation.options.format)}”; there is ${FORMATS.join(', ')}`)
    const pack = loadPack(invocation, packs)
    if (!pack) return 1
    const id = invocation.words[0] ?? ''
    const machine = pack.machines[id]
    if (!machine) throw new UsageError(`there is no machine “${id}”; there is ${Object.keys(pack.machines).join(', ')}`)
    switch (format) {
      case 'mermaid':
        process.stdout.write(machineToMermaid(pack, machine))
        break
      case 'scxml':
        process.stdout.write(machineToScxml(machine))
        break
      case 'json':
        writeJson(machine)
        break
    }
    return 0
  },
}
