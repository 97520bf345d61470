import { useEffect, useState } from 'preact/hooks'
import { type MyMatch, MyMatches } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Loading } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { dayOf } from '../words.ts'

const STATUS_WORDS: Record<MyMatch['status'], string> = {
  drafted: 'In preparation',
  introduced: 'Introduced',
  met: 'You have met',
  declined: 'Declined',
  ended: 'Ended',
}

/** Everybody I was introduced to, by this profile. */
export function MyMatchList({ token }: { token: string }) {
  const [matches, setMatches] = useState<MyMatch[]>()
  const { problem, send } = useRequest()
  useEffect(() => {
    const load = async () => {
      const answer = await send(() => ask(MyMatches, { method: 'GET', path: '/me/matches', token }))
      if (answer?.ok) setMatches(answer.value.items)
    }
    load()
  }, [token])

  if (problem) return <Alert problem={problem} />
  if (!matches) return <Loading />
  if (matches.length === 0) return <p>Nobody yet. You get an e-mail as soon as a round has found somebody.</p>
  return (
    <ul class="cards">
      {matches.map((match) => (
        <li class="card" key={match.matchId}>
          <MatchCard match={match} />
        </li>
      ))}
    </ul>
  )
}

function MatchCard({ match: { partner, status, introducedAt, role } }: { match: MyMatch }) {
  return (
    <>
      <h3>{partner ? `${partner.firstName} ${partner.lastName}` : 'An earlier introduction'}</h3>
      {partner ? (
        <p>
          {partner.headline}
          <br />
          <a href={`mailto:${partner.email}`}>{partner.email}</a>
        </p>
      ) : null}
      <p class="hint">
        {role === 'mentor' ? 'Your mentee' : 'Your mentor'} · {STATUS_WORDS[status]}
        {introducedAt ? ` · introduced on ${dayOf(introducedAt)}` : ''}
      </p>
      {status === 'introduced' || status === 'met' ? (
        <p class="hint">To answer, open the link in the e-mail that introduced you.</p>
      ) : null}
    </>
  )
}
