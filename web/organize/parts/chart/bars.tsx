import { scaleLinear } from 'd3-scale'

const SIDES = ['first', 'second'] as const

type Row = { name: string; counts: readonly [number, number]; words: readonly [string, string] }

/** Two bars beside each name, e.g. demand and supply; each says its number, so that colour only repeats it. */
export function Bars({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const share = scaleLinear().domain([0, most]).range([0, 100])
  return (
    <ul class="lanes">
      {rows.map(({ name, counts, words }) => (
        <li key={name}>
          <span>{name}</span>
          <span>
            {counts.map((count, nth) => (
              <span key={SIDES[nth]} class="lane">
                <span class="track">
                  <span class={SIDES[nth]} style={{ width: `${share(count)}%` }} />
                </span>
                <small>{words[nth]}</small>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
