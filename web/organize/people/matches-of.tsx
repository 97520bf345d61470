import { Chip } from '../parts/chip.tsx'
import { EndMatch } from '../parts/end-match.tsx'
import { dayHere } from '../parts/times.ts'
import { to } from '../place.ts'
import { matchState } from '../rounds/match-words.ts'
import type { Match, Person } from './answers.ts'
import { ANSWERS, ENDINGS } from './match-words.ts'
import { nameOf } from './words.ts'

type Props = { person: Person; matches: readonly Match[]; onEnded: () => void }

/** Everybody they were introduced to: what both said, and how it ended. */
export function MatchesOf({ person, matches, onEnded }: Props) {
  if (matches.length === 0) return <p class="card">Nobody yet. A round pairs whoever takes part and has room.</p>
  return (
    <ul class="cards">
      {matches.map((match) => (
        <li class="card" key={match.matchId}>
          <OneMatch person={person} match={match} onEnded={onEnded} />
        </li>
      ))}
    </ul>
  )
}

function OneMatch({ person, match, onEnded }: { person: Person; match: Match; onEnded: () => void }) {
  const { partner, status, introducedAt, endedBecause, reasons, answers, roundId, score } = match
  const { words, kind } = matchState(status)
  const open = status === 'introduced' || status === 'met'
  return (
    <>
      <h3>
        {partner ? <a href={to('people', partner.profileId)}>{nameOf(partner)}</a> : 'Somebody who has left'}{' '}
        <Chip kind={kind}>{words}</Chip>
      </h3>
      <p class="hint">
        {person.role === 'mentor' ? 'Their mentee' : 'Their mentor'}
        {introducedAt ? ` · introduced on ${dayHere(introducedAt)}` : ''} · {score} of 1000 points ·{' '}
        <a href={to('rounds', roundId)}>the round</a>
      </p>
      {endedBecause ? <p>{ENDINGS[endedBecause] ?? `It ended: ${endedBecause}.`}</p> : null}
      {reasons.length ? (
        <details>
          <summary>Why they were paired</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {answers.length ? (
        <ul class="said">
          {answers.map(({ by, answer, note, at }) => (
            <li key={`${by} ${at}`}>
              <strong>{by === person.role ? person.firstName : (partner?.firstName ?? 'The other one')}</strong>,{' '}
              {dayHere(at)}: {ANSWERS[answer] ?? answer}
              {note ? <blockquote>{note}</blockquote> : null}
            </li>
          ))}
        </ul>
      ) : open ? (
        <p>Neither of the two has said anything yet.</p>
      ) : null}
      {open ? (
        <EndMatch
          matchId={match.matchId}
          names={[nameOf(person), partner ? nameOf(partner) : 'Somebody who has left']}
          onEnded={onEnded}
        />
      ) : null}
    </>
  )
}
