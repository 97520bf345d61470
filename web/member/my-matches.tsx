import { useEffect, useState } from 'preact/hooks'
import { type MyMatch, MyMatches } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button, Loading } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { dayOf } from '../words.ts'

/** What became of it since. */
const STATUS_WORDS: Record<MyMatch['status'], string> = {
  drafted: '',
  introduced: '',
  met: 'you have met',
  declined: 'declined',
  ended: 'ended',
}

/** Everybody I was introduced to, by this profile. */
export function MyMatchList({ token, onOpen }: { token: string; onOpen: (match: MyMatch) => void }) {
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
          <MatchCard match={match} onOpen={() => onOpen(match)} />
        </li>
      ))}
    </ul>
  )
}

function MatchCard({ match, onOpen }: { match: MyMatch; onOpen: () => void }) {
  const { partner, status, introducedAt, role } = match
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
        {role === 'mentor' ? 'Your mentee' : 'Your mentor'}
        {introducedAt ? ` · introduced on ${dayOf(introducedAt)}` : ''}
        {STATUS_WORDS[status] ? ` · ${STATUS_WORDS[status]}` : ''}
      </p>
      <Button kind="quiet" onClick={onOpen}>
        {partner
          ? status === 'met'
            ? 'Something has changed'
            : 'We have met, or it does not fit'
          : 'There was a problem'}
        {partner ? <span class="hidden">: {partner.firstName}</span> : null}
      </Button>
    </>
  )
}
