import { useEffect, useState } from 'preact/hooks'
import { type MyMatch, MyMatches } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { linkToken } from '../link-token.ts'
import { Introduction } from '../match/introduction.tsx'
import { DeadLink } from '../parts/dead-link.tsx'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** The page behind the link of an introduction. Such a link shows that match alone. */
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

showPage(<MatchPage />)
