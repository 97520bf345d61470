import { useEffect, useState } from 'preact/hooks'
import type { MatchAnswer } from '../../shared/domain/match.ts'
import { type MyMatch, MyMatches } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { linkToken } from '../link-token.ts'
import { MatchAnswerForm } from '../match/answer-form.tsx'
import { RESULTS } from '../match/answer-words.ts'
import { Partner } from '../match/partner.tsx'
import { DeadLink } from '../parts/dead-link.tsx'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** One introduction: who it is, why, when, and how it went. A match link shows that match alone. */
function MatchPage() {
  const token = linkToken()
  const [matches, setMatches] = useState<MyMatch[]>()
  const { problem, send } = useRequest()
  const load = async () => {
    const answer = await send(() => ask(MyMatches, { method: 'GET', path: '/me/matches', token }))
    if (answer?.ok) setMatches(answer.value.items)
  }
  useEffect(() => {
    if (token) load()
  }, [token])

  if (!token || (problem && isDeadLink(problem))) return <DeadLink />
  if (problem)
    return (
      <Screen title="Your introduction">
        <Alert problem={problem} />
      </Screen>
    )
  if (!matches) return <Loading />
  const match = matches[0]
  return match ? <Introduction match={match} token={token} /> : <DeadLink />
}

function Introduction({ match, token }: { match: MyMatch; token: string }) {
  const [answered, setAnswered] = useState<MatchAnswer['answer']>()
  const { partner, role, status } = match
  if (answered) return <Screen {...RESULTS[answered]} />
  if (status === 'declined') return <Over because="One of you said that it does not fit. That is all right." />
  if (status === 'ended') return <Over because="It has come to its end, or one of you has left the programme." />
  if (!partner) return <Over because="The other person has left the programme." />
  const name = `${partner.firstName} ${partner.lastName}`
  return (
    <Screen title={role === 'mentee' ? `Your mentor: ${name}` : `Your mentee: ${name}`} lead={partner.headline}>
      <Partner match={match} partner={partner} />
      <MatchAnswerForm match={match} token={token} onAnswered={setAnswered} />
    </Screen>
  )
}

const Over = ({ because }: { because: string }) => (
  <Screen title="This introduction is over" lead={because}>
    <p>There is nothing more to do here. Unless you are paused, the next round looks for somebody else.</p>
    <p>
      <a href="/link">Get a link to your profile</a> to change your answers, pause, or leave.
    </p>
  </Screen>
)

showPage(<MatchPage />)
