import { scaleBand, scaleLinear } from 'd3-scale'
import { useWidth } from './use-width.ts'

const HEIGHT = 180
/** Room for the number over a column, and for its name under it. */
const [OVER, UNDER] = [20, 24]

type Props = {
  columns: readonly { name: string; count: number }[]
  /** What the names count, e.g. `rounds waited`. */
  across: string
  format: (count: number) => string
}

/** A column for each count, with its number over it and its name under it. Needs no axis to be read. */
export function Columns({ columns, across, format }: Props) {
  const { ref, width } = useWidth()
  const along = scaleBand()
    .domain(columns.map(({ name }) => name))
    .range([0, width])
    .padding(0.25)
  const up = scaleLinear()
    .domain([0, Math.max(1, ...columns.map(({ count }) => count))])
    .range([HEIGHT - UNDER, OVER])
  return (
    <div ref={ref} class="drawing">
      {width > 0 ? (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <line class="axis" x1={0} x2={width} y1={up(0)} y2={up(0)} />
          {columns.map(({ name, count }) => {
            const left = along(name) ?? 0
            const middle = left + along.bandwidth() / 2
            return (
              <g key={name}>
                <rect class="column" x={left} width={along.bandwidth()} y={up(count)} height={up(0) - up(count)} />
                <text class={count > 0 ? 'strong' : ''} x={middle} y={up(count) - 6}>
                  {format(count)}
                </text>
                <text x={middle} y={HEIGHT - 7}>
                  {name}
                </text>
              </g>
            )
          })}
        </svg>
      ) : null}
      <p class="across">{across}</p>
    </div>
  )
}
