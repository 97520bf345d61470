import { notAgain } from '../../../shared/domain/mail.ts'
import { Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { type LogEntry, SentAgain } from './answers.ts'
import { hasArrived } from './states.ts'

type Props = { mail: LogEntry; onSent: () => void }

/** Sends a mail once more that may not have arrived; offered where that may work. */
export function SendAgain({ mail, onSent }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, send } = useRequest()
  const why = notAgain(mail.mailId, mail)
  if (hasArrived(mail) || why === 'test' || why === 'on-its-way') return null
  if (why === 'not-kept') return <small>What it said is not kept</small>
  const again = async () => {
    const path = `/organizer/mail/${encodeURIComponent(mail.mailId)}/resend`
    const answer = await send(() => ask(SentAgain, { method: 'POST', path }))
    if (!answer) return
    if (answer.ok) onSent()
    say(answer.ok ? { words: 'It goes out again now.' } : { words: answer.problem.sentence, bad: true })
  }
  return (
    <Button kind="quiet" busy={busy} onClick={again}>
      Send again
    </Button>
  )
}
