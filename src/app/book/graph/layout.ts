import { Graph, layout } from '@dagrejs/dagre'

/** A box to be placed; boxes stand in reading order. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

export interface Link {
  readonly from: string
  readonly to: string
}

export interface Placed {
  readonly x: number
  readonly y: number
}

/** A line from one box to another, which crosses no box. */
export interface Route {
  readonly from: string
  readonly to: string
  /** Whether it leads back up, against the reading order. */
  readonly back: boolean
  /** An SVG path. */
  readonly path: string
  /** Where it arrives, and whether from above or below. */
  readonly end: Placed & { readonly down: boolean }
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** The upper left corner of each box. */
  readonly boxes: ReadonlyMap<string, Placed>
  readonly routes: readonly Route[]
}

/** How many boxes stand side by side at most: more would not be legible on a page 1280 pixels wide. */
const ABREAST = 4
const GAP = 48

/**
 * Lays a machine out from top to bottom. Rows follow the reading order, so that lines in it lead down and only loops lead up;
 * dagre orders each row and finds room for every line; lines then run straight beside boxes and bend only between rows, so none
 * of them crosses a box.
 *
 * @param boxes in reading order; @param links each pair of boxes at most once, loops to the same box left out
 */
export function layOut(boxes: readonly Box[], links: readonly Link[]): Layout {
  const order = new Map(boxes.map(({ id }, i) => [id, i]))
  const isBack = ({ from, to }: Link) => (order.get(from) ?? 0) > (order.get(to) ?? 0)
  const ranks = ranksOf(boxes, links, isBack)

  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 11, ranksep: GAP, marginx: 12, marginy: 12 })
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
  for (const link of links) {
    const [upper, lower] = isBack(link) ? [link.to, link.from] : [link.from, link.to]
    // As long as the rows are apart, so that dagre keeps to them.
    const minlen = (ranks.get(lower) ?? 0) - (ranks.get(upper) ?? 0)
    // A pair that leads both ways is one bundle for dagre, as wide as two lines.
    graph.setEdge(upper, lower, { minlen, width: graph.hasEdge(upper, lower) ? 2 * LANE : 0, height: 0, labelpos: 'c' })
  }
  layout(graph)

  const placed = new Map(
    boxes.map(({ id, width, height }) => {
      const { x = 0, y = 0 } = graph.node(id) as Partial<Placed>
      return [id, { x: x - width / 2, y: y - height / 2, width, height }] as const
    }),
  )
  const bands = bandsOf([...placed.values()])
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return { width, height, boxes: placed, routes: routesOf(graph, links, isBack, placed, bands) }
}

/** The upright piece at either end of a line, which gives its arrow a direction. */
const TIP = 8

/** How far two lines between the same boxes stand apart. */
const LANE = 10

type Rect = Placed & { readonly width: number; readonly height: number }

/** The row of each box: below everything earlier that it is linked with, and where there is room. */
function ranksOf(boxes: readonly Box[], links: readonly Link[], isBack: (link: Link) => boolean): ReadonlyMap<string, number> {
  const downward = links.map((link) => (isBack(link) ? { from: link.to, to: link.from } : link))
  const ranks = new Map<string, number>()
  const abreast = new Map<number, number>()
  for (const { id } of boxes) {
    const above = downward.filter(({ to }) => to === id).map(({ from }) => ranks.get(from) ?? 0)
    let rank = above.length > 0 ? Math.max(...above) + 1 : 0
    while ((abreast.get(rank) ?? 0) >= ABREAST) rank++
    ranks.set(id, rank)
    abreast.set(rank, (abreast.get(rank) ?? 0) + 1)
  }
  return ranks
}

interface Band {
  readonly top: number
  readonly bottom: number
}

/** The rows that boxes fill, from top to bottom; all boxes of a row share their centre. */
function bandsOf(boxes: readonly Rect[]): readonly Band[] {
  const bands = new Map<number, { top: number; bottom: number }>()
  for (const { y, height } of boxes) {
    const centre = Math.round(y + height / 2)
    const band = bands.get(centre) ?? { top: y, bottom: y + height }
    bands.set(centre, { top: Math.min(band.top, y), bottom: Math.max(band.bottom, y + height) })
  }
  return [...bands.values()].sort((a, b) => a.top - b.top)
}

interface Draft {
  readonly link: Link
  readonly back: boolean
  /** Where the line runs in the rows between its ends, from the upper end to the lower. */
  readonly through: readonly number[]
}

function routesOf(
  graph: Graph,
  links: readonly Link[],
  isBack: (link: Link) => boolean,
  boxes: ReadonlyMap<string, Rect>,
  bands: readonly Band[],
): readonly Route[] {
  const bandOf = (y: number) => bands.findIndex(({ top, bottom }) => y >= top - 1 && y <= bottom + 1)
  const drafts = links.map((link): Draft => {
    const back = isBack(link)
    const [upper, lower] = back ? [link.to, link.from] : [link.from, link.to]
    const both = links.some((other) => other.from === link.to && other.to === link.from)
    const lane = both ? (back ? LANE / 2 : -LANE / 2) : 0
    const { points = [] } = graph.edge(upper, lower) as { points?: readonly Placed[] }
    const [first, last] = [bandOf(middle(boxes.get(upper)).y), bandOf(middle(boxes.get(lower)).y)]
    const through: number[] = []
    for (let band = first + 1; band < last; band++) {
      const at = bands[band]
      const point = at && points.find(({ y }) => y >= at.top - 1 && y <= at.bottom + 1)
      if (point) through.push(point.x + lane)
    }
    return { link, back, through }
  })

  const exits = spread(drafts, boxes, ({ link, back }) => (back ? link.to : link.from), 'bottom')
  const entries = spread(drafts, boxes, ({ link, back }) => (back ? link.from : link.to), 'top')
  return drafts.map((draft, i) => {
    const { link, back, through } = draft
    const [upper, lower] = back ? [link.to, link.from] : [link.from, link.to]
    const [upperBox, lowerBox] = [boxes.get(upper), boxes.get(lower)]
    const first = bandOf(middle(upperBox).y)
    const stops = [
      { x: exits[i] ?? 0, top: bottomOf(upperBox), bottom: (bands[first]?.bottom ?? 0) + TIP },
      ...through.map((x, at) => ({ x, top: bands[first + 1 + at]?.top ?? 0, bottom: bands[first + 1 + at]?.bottom ?? 0 })),
      { x: entries[i] ?? 0, top: (bands[first + 1 + through.length]?.top ?? 0) - TIP, bottom: lowerBox?.y ?? 0 },
    ]
    const path = back ? upwards(stops) : downwards(stops)
    const last = stops[back ? 0 : stops.length - 1]
    return { ...link, back, path, end: { x: last?.x ?? 0, y: back ? (last?.top ?? 0) : (last?.bottom ?? 0), down: !back } }
  })
}

interface Stop {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

function downwards(stops: readonly Stop[]): string {
  return stops.map(({ x, top, bottom }, i) => `${i === 0 ? `M${n(x)} ${n(top)}` : bend(stops[i - 1], x, top)}V${n(bottom)}`).join('')
}

function upwards(stops: readonly Stop[]): string {
  return [...stops]
    .reverse()
    .map(({ x, top, bottom }, i, all) => {
      const before = all[i - 1]
      return `${before ? bend({ x: before.x, top: before.top, bottom: before.top }, x, bottom) : `M${n(x)} ${n(bottom)}`}V${n(top)}`
    })
    .join('')
}

/** From where the last stop ended to the next: upright at both ends, and within the gap between two rows. */
function bend(from: Stop | undefined, x: number, y: number): string {
  const [x0, y0] = [from?.x ?? x, from?.bottom ?? y]
  const half = (y0 + y) / 2
  return `C${n(x0)} ${n(half)} ${n(x)} ${n(half)} ${n(x)} ${n(y)}`
}

/** Shares a side of each box out among its lines, in the order in which they come. */
function spread(
  drafts: readonly Draft[],
  boxes: ReadonlyMap<string, Rect>,
  boxAt: (draft: Draft) => string,
  side: 'top' | 'bottom',
): readonly number[] {
  const next = ({ link, back, through }: Draft): number => {
    const inner = side === 'bottom' ? through[0] : through.at(-1)
    if (inner !== undefined) return inner
    const other = boxes.get(side === 'bottom' ? (back ? link.from : link.to) : back ? link.to : link.from)
    return middle(other).x
  }
  const places = drafts.map(() => 0)
  for (const [id, box] of boxes) {
    const own = drafts.map((draft, i) => ({ draft, i })).filter(({ draft }) => boxAt(draft) === id)
    own.sort((a, b) => next(a.draft) - next(b.draft) || Number(a.draft.back) - Number(b.draft.back))
    const step = Math.min(22, (box.width - 32) / Math.max(own.length, 1))
    own.forEach(({ i }, at) => {
      places[i] = box.x + box.width / 2 + (at - (own.length - 1) / 2) * step
    })
  }
  return places
}

function middle(box: Rect | undefined): Placed {
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 }
}

function bottomOf(box: Rect | undefined): number {
  return (box?.y ?? 0) + (box?.height ?? 0)
}

function n(value: number): string {
  return value.toFixed(1)
}
