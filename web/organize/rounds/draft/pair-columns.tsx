import { Chip } from '../../parts/chip.tsx'
import type { Column } from '../../parts/table.tsx'
import type { RoundMatch } from '../answers.ts'
import { matchState } from '../match-words.ts'
import type { RoundProps } from '../one-round.tsx'
import { PersonLink } from '../person-link.tsx'
import { PairActions } from './pair-actions.tsx'
import { otherScoreOrder } from './pair-orders.ts'
import { ScoreParts } from './score-parts.tsx'

type Settings = Pick<RoundProps, 'round' | 'wishes' | 'onWish'> & {
  sort: string
  onSort: ((sort: string) => void) | undefined
  onGone: (matchId: string) => void
  onChanged: (match: RoundMatch) => void
}

/** Mentee, mentor, score and reasons side by side, and what can be done with the pair. */
export function pairColumns({ sort, onSort, ...more }: Settings): Column<RoundMatch>[] {
  const { round } = more
  const sorted = (by: string, now: 'ascending' | 'descending' | undefined) =>
    onSort && { sort: { now, onSort: () => onSort(by) } }
  return [
    {
      head: 'Mentee',
      kind: 'main',
      ...sorted('mentee', sort === 'mentee' ? 'ascending' : undefined),
      cell: ({ menteeId, mentee }) => <PersonLink id={menteeId} name={mentee} />,
    },
    {
      head: 'Mentor',
      ...sorted('mentor', sort === 'mentor' ? 'ascending' : undefined),
      cell: ({ mentorId, mentor, pinned }) => (
        <>
          <PersonLink id={mentorId} name={mentor} /> {pinned ? <Chip>Pinned</Chip> : null}
        </>
      ),
    },
    {
      head: 'Score',
      ...sorted(otherScoreOrder(sort), sort === 'score' ? 'ascending' : sort === '-score' ? 'descending' : undefined),
      cell: (match) => <ScoreParts match={match} weights={round.settings?.weights} />,
    },
    { head: 'Reasons', cell: (match) => <Reasons match={match} /> },
    {
      head: round.status === 'drafted' ? 'Change' : 'State',
      cell: (match) => (
        <div class="pair-actions">
          {round.status === 'published' ? (
            <Chip kind={matchState(match.status).kind}>{matchState(match.status).words}</Chip>
          ) : null}
          <PairActions match={match} {...more} />
        </div>
      ),
    },
  ]
}

function Reasons({ match: { reasons, ranks } }: { match: RoundMatch }) {
  if (reasons.length === 0) return <small>None is kept.</small>
  return (
    <>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {ranks ? (
        <details>
          <summary>How they rank</summary>
          <p>For the mentee: {ranks.forMentee}</p>
          <p>For the mentor: {ranks.forMentor}</p>
        </details>
      ) : null}
    </>
  )
}
