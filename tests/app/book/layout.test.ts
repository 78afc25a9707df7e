import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, type Layout, type Link, layOut } from '../../../src/app/book/graph/layout.ts'
import { machineGraph } from '../../../src/app/book/graph/machine-graph.ts'
import { packOf } from '../../engine/support.ts'

const pack = packOf('telecom')

/** Points along an SVG path of M, V and C, close enough to each other that no box slips through. */
function pointsOn(path: string): readonly { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  let [x, y] = [0, 0]
  for (const [, command, numbers] of path.matchAll(/([MVC])([^MVC]*)/g)) {
    const values = (numbers ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const [x0, y0] = [x, y]
    if (command === 'M') [x = 0, y = 0] = values
    else if (command === 'V') {
      y = values[0] ?? 0
      for (let i = 1; i <= 20; i++) points.push({ x, y: y0 + ((y - y0) * i) / 20 })
    } else {
      const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = values
      for (let i = 1; i <= 40; i++) {
        const t = i / 40
        const mix = (p0: number, p1: number, p2: number, p3: number) =>
          (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3
        points.push({ x: mix(x0, ax, bx, cx), y: mix(y0, ay, by, cy) })
      }
      ;[x, y] = [cx, cy]
    }
  }
  return points
}

function faultsOf(boxes: readonly Box[], laid: Layout): string[] {
  const rects = boxes.map((box) => ({ ...box, ...(laid.boxes.get(box.id) ?? { x: Number.NaN, y: Number.NaN }) }))
  const faults: string[] = []
  for (const [i, a] of rects.entries()) {
    if (!(a.x >= 0 && a.y >= 0 && a.x + a.width <= laid.width + 1 && a.y + a.height <= laid.height + 1))
      faults.push(`${a.id} is off the page`)
    for (const b of rects.slice(i + 1))
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height) faults.push(`${a.id} covers ${b.id}`)
  }
  for (const { from, to, path } of laid.routes) {
    // The ends lie on the edge of their own boxes.
    const points = pointsOn(path)
    const inside = rects.filter((box) =>
      points.some(({ x, y }) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1),
    )
    for (const { id } of inside) faults.push(`${from} → ${to} crosses ${id}`)
  }
  return faults
}

const boxesOf = (graph: ReturnType<typeof machineGraph>): Box[] =>
  graph.nodes.map(({ id, ways }) => ({ id, width: 204, height: 48 + 19 * ways.length }))

describe('[B2] a drawing is legible: no box covers another, and no line runs through one', () => {
  test.each(Object.keys(pack.machines))('%s', (id) => {
    const machine = pack.machines[id]
    if (!machine) throw new Error(id)
    const graph = machineGraph(machine)
    for (const links of [graph.mainLinks, graph.links]) {
      const laid = layOut(boxesOf(graph), links)
      expect(faultsOf(boxesOf(graph), laid)).toEqual([])
      expect(laid.routes).toHaveLength(links.length)
    }
  })

  test('whatever machine an author writes', () => {
    const count = fc.integer({ min: 1, max: 14 })
    const machine = count.chain((n) =>
      fc.record({
        heights: fc.array(fc.integer({ min: 60, max: 260 }), { minLength: n, maxLength: n }),
        ends: fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })), { maxLength: 40 }),
      }),
    )
    fc.assert(
      fc.property(machine, ({ heights, ends }) => {
        const boxes = heights.map((height, i) => ({ id: `s${i}`, width: 204, height }))
        const links = new Map<string, Link>()
        for (const [a, b] of ends) if (a !== b) links.set(`${a} ${b}`, { from: `s${a}`, to: `s${b}` })
        expect(faultsOf(boxes, layOut(boxes, [...links.values()]))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

test('the main lines come to every step that anything leads to', () => {
  for (const machine of Object.values(pack.machines)) {
    const { links, mainLinks } = machineGraph(machine)
    const reached = new Set(mainLinks.map(({ to }) => to))
    for (const { to } of links) expect(reached.has(to), `${machine.id}.${to}`).toBe(true)
  }
})
