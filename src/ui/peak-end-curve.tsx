import { useMemo } from 'react'
import { areaPath, diamondFill, heightOf, type Spot, smoothPath } from './curve-geometry.ts'
import styles from './peak-end-curve.module.css'

/** One stage of the curve, with levels on the document's scale from 1 to 5. */
export interface CurveStage {
  readonly id: string
  readonly name: string
  readonly status: 'done' | 'now' | 'ahead'
  readonly documented: number
  /** Absent where the call has not been. */
  readonly call?: number
  readonly mark?: CurveMark
  /** What pressing the name does, in words. */
  readonly goTo?: string
  /** Why the name cannot be pressed. */
  readonly closed?: string
}

/** A moment that counts, drawn as a diamond that fills from below. */
export interface CurveMark {
  /** Share of what it needs that was seen, 0 to 1. */
  readonly share: number
  /** The same in words. */
  readonly label: string
}

export interface PeakEndCurveProps {
  readonly label: string
  readonly stages: readonly CurveStage[]
  readonly onGoTo?: (stage: string) => void
}

/** Width of one stage and height of the plot, in the drawing's own units; both stretch to the room that there is. */
const COLUMN = 10
const HEIGHT = 100

/**
 * The documented curve of a call, thin and dashed, this call's own drawn over it, and a diamond for each moment that counts.
 *
 * The diamonds stand on the documented curve and never move: the call's line comes up to meet them.
 */
export function PeakEndCurve({ label, stages, onGoTo }: PeakEndCurveProps) {
  const drawing = useMemo(() => draw(stages), [stages])
  const width = stages.length * COLUMN
  return (
    <figure className={styles.curve} aria-label={label}>
      <div className={styles.plot}>
        <svg className={styles.lines} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.documented} d={drawing.documented} />
          <path className={styles.area} d={drawing.area} />
          <path className={styles.call} d={drawing.call} />
          {drawing.now && <path className={styles.plumb} d={`M${drawing.now.x},${drawing.now.y}V${HEIGHT}`} />}
        </svg>
        {drawing.now && <span key={`${drawing.now.x} ${drawing.now.y}`} className={styles.now} style={place(drawing.now, width)} />}
        {stages.map(({ id, documented, mark }, i) => mark && <Diamond key={id} mark={mark} at={place(spot(i, documented), width)} />)}
      </div>
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.id} className={styles.stage} data-status={stage.status} data-mark={stage.mark ? '' : undefined}>
            <StageName stage={stage} onGoTo={onGoTo} />
          </li>
        ))}
      </ol>
    </figure>
  )
}

function StageName({ stage, onGoTo }: { readonly stage: CurveStage; readonly onGoTo: PeakEndCurveProps['onGoTo'] }) {
  const current = stage.status === 'now' ? 'step' : undefined
  if (!onGoTo || current) {
    return (
      <span className={styles.name} aria-current={current}>
        {stage.name}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.name}
      title={stage.closed ?? stage.goTo}
      aria-disabled={stage.closed ? true : undefined}
      onClick={() => onGoTo(stage.id)}
    >
      {stage.name}
    </button>
  )
}

function Diamond({ mark, at }: { readonly mark: CurveMark; readonly at: ReturnType<typeof place> }) {
  return (
    <svg className={styles.diamond} style={at} viewBox="-1.2 -1.2 2.4 2.4" role="img" aria-label={mark.label}>
      <title>{mark.label}</title>
      <polygon className={styles.setting} points={diamondFill(1)} />
      <polygon className={styles.fill} points={diamondFill(mark.share)} />
      <polygon className={styles.outline} points={diamondFill(1)} />
    </svg>
  )
}

function draw(stages: readonly CurveStage[]) {
  const been = stages.flatMap(({ call }, i) => (call === undefined ? [] : spot(i, call)))
  const at = stages.findIndex(({ status }) => status === 'now')
  const level = stages[at]?.call
  return {
    documented: smoothPath(stages.map(({ documented }, i) => spot(i, documented))),
    call: smoothPath(been),
    area: areaPath(been, HEIGHT),
    now: level === undefined ? undefined : spot(at, level),
  }
}

function spot(column: number, level: number): Spot {
  return { x: (column + 0.5) * COLUMN, y: (1 - heightOf(level)) * HEIGHT }
}

function place({ x, y }: Spot, width: number): { readonly left: string; readonly top: string } {
  return { left: `${(x / width) * 100}%`, top: `${(y / HEIGHT) * 100}%` }
}
