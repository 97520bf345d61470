import { useEffect, useState } from 'preact/hooks'
import { Done, MailOff } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { linkToken } from '../link-token.ts'
import { MailChoicesForm } from '../member/mail-choices.tsx'
import { DeadLink } from '../parts/dead-link.tsx'
import { Alert, Button, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

function Unsubscribe() {
  const token = linkToken()
  const [stopped, setStopped] = useState(false)
  const [choices, setChoices] = useState<MailOff>()
  const { busy, problem, send } = useRequest()
  useEffect(() => {
    const load = async () => {
      const answer = await send(() => ask(MailOff, { method: 'GET', path: '/me/mail', token }))
      if (answer?.ok) setChoices(answer.value)
    }
    if (token) load()
  }, [token])
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
  if (!choices && !problem) return <Loading />
  return (
    <Screen title="Stop our e-mails" lead="Some of them, or all that are about new people.">
      {choices ? <MailChoicesForm token={token} off={choices.off} /> : null}
      <h2>Stop them all</h2>
      <p>This pauses your profile: no round pairs you, so no e-mails come about new people. Come back any time.</p>
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
