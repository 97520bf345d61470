import type { Report } from '../answers.ts'

/** So many are shown at once. */
const FIRST = 3

/** Which mentors would place more mentees, the most helpful first. */
export function Recruit({ report: { recruit } }: { report: Report }) {
  if (recruit.length === 0) return null
  const rest = recruit.slice(FIRST)
  return (
    <section class="card" aria-labelledby="recruit">
      <h2 id="recruit">Whom to recruit</h2>
      <p>Each of these is one more mentor with three seats. The numbers are exact, and do not add up.</p>
      <Kinds kinds={recruit.slice(0, FIRST)} />
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more</summary>
          <Kinds kinds={rest} />
        </details>
      ) : null}
    </section>
  )
}

const Kinds = ({ kinds }: { kinds: Report['recruit'] }) => (
  <ul class="reasons">
    {kinds.map(({ words }) => (
      <li key={words}>{words}</li>
    ))}
  </ul>
)
