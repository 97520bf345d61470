import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { dayHere } from '../parts/times.ts'
import { Person } from './answers.ts'
import { MAIL_PROBLEMS } from './words.ts'

type Props = { person: Person; onChange: (person: Person) => void }

/** Their address gets no mail, until an organizer knows that it works. */
export function MailTrouble({ person, onChange }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const { mailProblem } = person
  if (!mailProblem) return null
  const allow = async () => {
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}`
    const answer = await send(() => ask(Person, { method: 'PATCH', path, body: { allowMail: true } }))
    if (!answer?.ok) return
    onChange(answer.value)
    say({ words: 'Mail goes to this address again.' })
  }
  return (
    <div class="notice bad">
      <p>
        {MAIL_PROBLEMS[mailProblem.kind]} Since {dayHere(mailProblem.at)} nothing goes there.{' '}
        {mailProblem.kind === 'bounce'
          ? 'If they tell you that it works now, allow it again.'
          : 'Allow it again only if they ask you to.'}
      </p>
      <Alert problem={problem} />
      <Button kind="quiet" busy={busy} onClick={allow}>
        Allow mail again
      </Button>
    </div>
  )
}
