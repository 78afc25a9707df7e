/** A spot in a drawing; y grows downwards, as in SVG. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const LOWEST = 1
const HIGHEST = 5

/**
 * Share of the drawing's height at which a level of the curve stands, 0 to 1.
 *
 * The documented levels all lie between 3.5 and 5. Squaring spreads them over the upper half, so that the peaks are seen at
 * 380 px, and leaves the lower half to calls that go wrong.
 *
 * @param level on the document's scale, 1 (worst) to 5
 */
export function heightOf(level: number): number {
  const share = (Math.min(HIGHEST, Math.max(LOWEST, level)) - LOWEST) / (HIGHEST - LOWEST)
  return share * share
}

/**
 * SVG path of a smooth curve through some spots from left to right, which never rises above or falls below the two spots
 * that it runs between (monotone cubic after Fritsch and Carlson, 1980).
 *
 * @param spots with growing x; none give an empty path
 */
export function smoothPath(spots: readonly Spot[]): string {
  const [first, ...rest] = spots
  if (!first) return ''
  const slopes = slopesAt(spots)
  let from = first
  let path = `M${round(first.x)},${round(first.y)}`
  rest.forEach((to, i) => {
    const third = (to.x - from.x) / 3
    const leaving = from.y + third * (slopes[i] ?? 0)
    const arriving = to.y - third * (slopes[i + 1] ?? 0)
    path += `C${round(from.x + third)},${round(leaving)} ${round(to.x - third)},${round(arriving)} ${round(to.x)},${round(to.y)}`
    from = to
  })
  return path
}

/** The slope of the curve in each spot: flat where it turns, and never so steep that the curve would overshoot. */
function slopesAt(spots: readonly Spot[]): readonly number[] {
  const rises = spots.slice(1).map((spot, i) => {
    const before = spots[i] ?? spot
    return (spot.y - before.y) / (spot.x - before.x)
  })
  return spots.map((_, i) => {
    const before = rises[i - 1]
    const after = rises[i]
    if (before === undefined || after === undefined || before * after <= 0) return 0
    const limit = 3 * Math.min(Math.abs(before), Math.abs(after))
    return Math.sign(before) * Math.min(Math.abs(before + after) / 2, limit)
  })
}

/** The path of {@link smoothPath}, closed along the floor of the drawing. */
export function areaPath(spots: readonly Spot[], floor: number): string {
  const [first] = spots
  const last = spots[spots.length - 1]
  if (!first || !last) return ''
  return `${smoothPath(spots)}L${round(last.x)},${floor}L${round(first.x)},${floor}Z`
}

/**
 * The part of a diamond that is filled, as points of a polygon. The diamond stands on its tip in a box from -1 to 1.
 *
 * @param share of its height, filled from below; 0 to 1
 */
export function diamondFill(share: number): string {
  const level = 1 - 2 * Math.min(1, Math.max(0, share))
  const half = 1 - Math.abs(level)
  const waist = level < 0 ? ['-1,0'] : []
  const otherWaist = level < 0 ? ['1,0'] : []
  return ['0,1', ...waist, `${round(-half)},${round(level)}`, `${round(half)},${round(level)}`, ...otherWaist].join(' ')
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0
}
