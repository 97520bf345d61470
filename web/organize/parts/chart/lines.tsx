import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useWidth } from './use-width.ts'

const HEIGHT = 220
const ROOM = { left: 40, right: 12, top: 12, bottom: 26 }

/** `day`: an ISO date. `counts`: one for each line, in the order of `names`. */
type Point = { day: string; counts: readonly number[] }
type Props = {
  names: readonly [string, string]
  points: readonly Point[]
  format: (count: number) => string
  dayName: (day: string) => string
}

/** Two counts over time. The first line is whole and has a ground, the second one is dashed: told apart without colour. */
export function Lines({ names, points, format, dayName }: Props) {
  const { ref, width } = useWidth()
  const days = points.map(({ day }) => Date.parse(day))
  const across = scaleUtc()
    .domain([Math.min(...days), Math.max(...days)])
    .range([ROOM.left, width - ROOM.right])
  const up = scaleLinear()
    .domain([0, Math.max(1, ...points.flatMap(({ counts }) => counts))])
    .nice(4)
    .range([HEIGHT - ROOM.bottom, ROOM.top])
  const x = ({ day }: Point) => across(Date.parse(day))
  const y = (nth: number) => (point: Point) => up(point.counts[nth] ?? 0)
  const drawn = (nth: number) => line<Point>().x(x).y(y(nth))(points) ?? ''
  const ground = area<Point>().x(x).y0(up(0)).y1(y(0))(points) ?? ''
  return (
    <div ref={ref} class="drawing">
      <p class="legend">
        {names.map((name, nth) => (
          <span key={name}>
            <svg width="28" height="12" aria-hidden="true">
              <line class={nth === 0 ? 'line-first' : 'line-second'} x1="0" x2="28" y1="6" y2="6" />
            </svg>
            {name}
          </span>
        ))}
      </p>
      {width > 0 ? (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {up
            .ticks(4)
            .filter(Number.isInteger)
            .map((count) => (
              <g key={count}>
                <line class="axis" x1={ROOM.left} x2={width - ROOM.right} y1={up(count)} y2={up(count)} />
                <text class="left" x={ROOM.left - 8} y={up(count) + 4}>
                  {format(count)}
                </text>
              </g>
            ))}
          {daysToName(points, width).map((point) => (
            <text key={point.day} x={x(point)} y={HEIGHT - 6}>
              {dayName(point.day)}
            </text>
          ))}
          <path class="ground" d={ground} />
          <path class="line-first" d={drawn(0)} />
          <path class="line-second" d={drawn(1)} />
        </svg>
      ) : null}
    </div>
  )
}

const PIXELS_A_NAME = 90

/** As many of the days as there is room to name. */
function daysToName(points: readonly Point[], width: number): Point[] {
  const every = Math.ceil(points.length / Math.max(1, Math.floor(width / PIXELS_A_NAME)))
  return points.filter((_, index) => index % every === Math.floor(every / 2))
}
