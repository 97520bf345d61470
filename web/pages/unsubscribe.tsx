import { useState } from 'preact/hooks'
import { Done } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { linkToken } from '../link-token.ts'
import { DeadLink } from '../parts/dead-link.tsx'
import { Alert, Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

function Unsubscribe() {
  const token = linkToken()
  const [stopped, setStopped] = useState(false)
  const { busy, problem, send } = useRequest()
  const stop = async () => {
    const answer = await send(() => ask(Done, { method: 'POST', path: `/unsubscribe/${encodeURIComponent(token)}` }))
    if (answer?.ok) setStopped(true)
  }
  if (stopped)
    return (
      <Screen title="You are paused" lead="No round pairs you any more, so no e-mails come about new people.">
        <StillComes />
        <p>
          Changed your mind, or do you want everything about you deleted? <a href="/link">Get a link to your profile</a>
          : there you can come back or leave for good.
        </p>
      </Screen>
    )
  if (!token || (problem && isDeadLink(problem))) return <DeadLink />
  return (
    <Screen
      title="Stop our e-mails"
      lead="This pauses your profile: no round pairs you, so no e-mails come about new people. You can come back any time."
    >
      <StillComes />
      <Alert problem={problem} />
      <Button busy={busy} onClick={stop}>
        Stop the e-mails
      </Button>
    </Screen>
  )
}

const StillComes = () => (
  <p>
    We still write to you when somebody you were introduced to ends it, and when you ask us for something. If you are a
    mentor and a mentee, only the profile that the e-mail was about is paused.
  </p>
)

showPage(<Unsubscribe />)
