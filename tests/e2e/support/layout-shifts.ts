import type { Page } from 'playwright-core'

/** Something that moved under the reader's eye. */
export interface Shift {
  /** How much, by the measure of Cumulative Layout Shift. */
  readonly value: number
  /** What moved, as tag and class, with its place before and after. */
  readonly moved: readonly string[]
}

/**
 * Watches a page for anything that moves. Unlike Cumulative Layout Shift this counts what moves after a key as well: that
 * is just when an agent reads.
 *
 * @returns reads what has moved since
 */
export async function watchLayoutShifts(page: Page): Promise<() => Promise<readonly Shift[]>> {
  await page.evaluate(() => {
    window.layoutShifts = []
    const describe = ({ node, previousRect, currentRect }: LayoutShiftSource) => {
      const name = node instanceof Element ? `${node.localName}.${node.className}` : (node?.nodeName ?? 'removed')
      const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`
      return `${name} ${place(previousRect)} → ${place(currentRect)}`
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        window.layoutShifts.push({ value: entry.value, moved: entry.sources.map(describe) })
      }
    }).observe({ type: 'layout-shift' })
  })
  return () => page.evaluate(() => window.layoutShifts)
}

/** TypeScript does not know this entry yet: https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly LayoutShiftSource[]
}

interface LayoutShiftSource {
  readonly node: Node | null
  readonly previousRect: DOMRectReadOnly
  readonly currentRect: DOMRectReadOnly
}

declare global {
  interface Window {
    layoutShifts: Shift[]
  }
}
