import { to } from '../place.ts'
import type { LeftOut } from './answers.ts'
import { startOfRound } from './round-day.ts'

/** The rounds that found nobody for them, and what stopped each. */
export function RoundsOf({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return <p class="card">No round has left them out.</p>
  return (
    <ul class="cards">
      {leftOut.map(({ roundId, detail }) => (
        <li class="card" key={roundId}>
          <h3>
            <a href={to('rounds', roundId)}>{startOfRound(roundId)}</a>
          </h3>
          <p>{detail}</p>
        </li>
      ))}
    </ul>
  )
}
