import { useEffect, useState } from 'preact/hooks'
import { ask, isDeadLink } from '../api.ts'
import { DeadRegistrationLink } from '../event/dead-registration-link.tsx'
import { OwnRegistration } from '../event/own-registration.tsx'
import { registrationIn } from '../event/registration-token.ts'
import { RegistrationView } from '../event/views.ts'
import { linkToken } from '../link-token.ts'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** The page behind the link that everybody gets who registers. */
function RegistrationPage() {
  const token = linkToken()
  const id = registrationIn(token)
  const [registration, setRegistration] = useState<RegistrationView>()
  const { problem, send } = useRequest()
  const load = async () => {
    const path = `/registrations/${encodeURIComponent(id ?? '')}`
    const answer = await send(() => ask(RegistrationView, { method: 'GET', path, token }))
    if (answer?.ok) setRegistration(answer.value)
  }
  useEffect(() => {
    if (id) load()
  }, [id])

  if (!id || (problem && isDeadLink(problem))) return <DeadRegistrationLink registrationId={id} />
  if (problem)
    return (
      <Screen title="Your registration">
        <Alert problem={problem} />
      </Screen>
    )
  if (!registration) return <Loading />
  return <OwnRegistration registration={registration} token={token} onChanged={load} />
}

showPage(<RegistrationPage />)
