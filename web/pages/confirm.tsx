import { useState } from 'preact/hooks'
import type { Role } from '../../shared/domain/profile-form.ts'
import { Confirmed } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { linkToken } from '../link-token.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** Opening the link confirms nothing, since mail scanners open links too: the button does. */
function Confirm() {
  const token = linkToken()
  const [role, setRole] = useState<Role>()
  const { busy, problem, send } = useRequest()
  const confirm = async () => {
    const answer = await send(() => ask(Confirmed, { method: 'POST', path: '/profiles/confirm', body: { token } }))
    if (answer?.ok) setRole(answer.value.role)
  }
  if (role) return <Welcome role={role} />
  if (!token || (problem && (isDeadLink(problem) || problem.status === 400))) return <Expired />
  return (
    <Screen title="Confirm your address" lead="One press, and you are in: it tells us that this address is yours.">
      <Alert problem={problem} />
      <Button busy={busy} onClick={confirm}>
        Confirm my address
      </Button>
      <p>You did not sign up? Then close this page. Without the button nothing happens.</p>
    </Screen>
  )
}

const NEXT = {
  mentor: 'Each round looks for people whom you could help. When it finds somebody, you both get an e-mail.',
  mentee: 'Each round looks for a mentor for you. When it finds one, you both get an e-mail; if not, we tell you why.',
} as const

const Welcome = ({ role }: { role: Role }) => (
  <Screen title="Thank you, you are in" lead="Your address is confirmed.">
    <h2>What happens next</h2>
    <p>{NEXT[role]}</p>
    <p>
      We have sent you an e-mail with a link to your profile. Keep it: with it you can change your answers, pause, or
      leave. You need do nothing now.
    </p>
  </Screen>
)

const Expired = () => (
  <Screen title="This link no longer works" lead="It is too old, or only a part of it came through.">
    <p>If your address is confirmed already, all is well: get a link to your profile.</p>
    <p>
      <a class="button" href="/link">
        Get a new link
      </a>
    </p>
    <p>
      If it is not, please sign up again, as a <a href="/mentor">mentor</a> or to <a href="/mentee">find a mentor</a>.
    </p>
  </Screen>
)

showPage(<Confirm />)
