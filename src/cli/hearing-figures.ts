import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { compileHearing } from '../compiler/hearing/compile-hearing.ts'
import { listener, type Speaker } from '../hearing/hear.ts'
import { packHearing, unpackHearing } from '../hearing/packed.ts'
import { kib, type Timing, time, timing } from './figures.ts'

/** What a recogniser costs on this machine. Times in milliseconds, sizes in KiB after gzip. */
export interface HearingFigures {
  /** When nothing is kept from before. */
  readonly learn: Timing
  /** As it is shipped. */
  readonly size: number
  readonly unpack: Timing
  /** Per utterance, over all lines that are held back. */
  readonly hear: Timing
}

/** Learns the recogniser of a pack and listens to every line that was held back, after a warm-up. */
export function hearingFigures(folder: PackFolder): HearingFigures {
  const { pack, lessons } = compilePack(folder, { prove: false })
  if (!pack) throw new Error(`pack ${folder.id} has errors: run evenkeel check`)
  let bytes: Uint8Array = new Uint8Array()
  const learn = time(1, () => {
    bytes = packHearing(compileHearing(pack, lessons))
  })
  const hear = listener(unpackHearing(bytes))
  const lines = heldBack(join(folder.root, 'tests/hearing/held-back'))
  for (const { text, who } of lines) hear(text, who)
  const times = lines.map(({ text, who }) => {
    const before = performance.now()
    hear(text, who)
    return performance.now() - before
  })
  return { learn, size: kib(gzipSync(bytes, { level: 9 }).length), unpack: time(20, () => unpackHearing(bytes)), hear: timing(times) }
}

/** Lines to measure by; only those of agents are said by agents. */
function heldBack(folder: string): { readonly text: string; readonly who: Speaker }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({
          text: (JSON.parse(line) as { readonly text: string }).text,
          who: name === 'agent.jsonl' ? 'agent' : 'customer',
        })),
    )
}
