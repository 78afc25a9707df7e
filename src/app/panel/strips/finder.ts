import { spelling } from 'virtual:spelling'
import type { CompiledPack } from '../../../core/pack.ts'
import { type LineFinder, openLineFinder } from '../../../search/line-finder.ts'

let opened: { readonly pack: CompiledPack; readonly finder: LineFinder } | undefined

/** The finder for a pack; the one for the pack before goes. The first time takes some tenths of a second, beside the page. */
export function finderFor(pack: CompiledPack): LineFinder {
  if (opened?.pack === pack) return opened.finder
  opened?.finder.close()
  opened = { pack, finder: openLineFinder(pack, spelling, typeof Worker === 'undefined' ? undefined : startWorker) }
  return opened.finder
}

function startWorker(): Worker {
  return new Worker(new URL('../../../search/search-worker.ts', import.meta.url), { type: 'module' })
}
