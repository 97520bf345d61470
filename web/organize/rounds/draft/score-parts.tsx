import { figure } from '../../parts/counted.ts'
import type { RoundMatch, RoundSettings } from '../answers.ts'
import { PARTS } from '../change/weights.ts'

/** A score, and what of it each part gives. */
export function ScoreParts({
  match: { score, parts },
  weights,
}: {
  match: RoundMatch
  weights: RoundSettings['weights'] | undefined
}) {
  return (
    <>
      <strong class="score">{figure(score)}</strong>
      <ul class="parts">
        {PARTS.map(({ code, name }) => {
          const [points, most] = [parts[code] ?? 0, weights?.[code]]
          return (
            <li key={code}>
              <span>{name}</span>
              <span class="share" aria-hidden="true">
                <span style={{ width: `${most ? Math.min(100, (100 * points) / most) : 0}%` }} />
              </span>
              <span>
                {points}
                {most === undefined ? '' : ` of ${most}`}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
