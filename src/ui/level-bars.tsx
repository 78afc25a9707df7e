import styles from './level-bars.module.css'

/** Rising bars, filled up to a level. Decoration: the words beside it say the same. */
export function LevelBars({ level, of }: { readonly level: number; readonly of: number }) {
  return (
    <svg className={styles.bars} viewBox={`0 0 ${of * 5 - 2} 12`} aria-hidden="true">
      {Array.from({ length: of }, (_, i) => {
        const height = 3 + (9 * (i + 1)) / of
        return <rect key={height} x={i * 5} y={12 - height} width="3" height={height} data-on={i <= level || undefined} />
      })}
    </svg>
  )
}
