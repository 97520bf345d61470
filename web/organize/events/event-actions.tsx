import { hasEnded } from '../../../shared/domain/event.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { to } from '../place.ts'
import { OrganizerEvent } from './answers.ts'
import { CancelEvent } from './cancel-event.tsx'
import { explained } from './explained.ts'
import { eventPath } from './paths.ts'

type Props = { event: OrganizerEvent; now: Date; onChanged: (event: OrganizerEvent) => void }

/** What can be done with an event as it is now. */
export function EventActions({ event, now, onChanged }: Props) {
  const { eventId, status, seats } = event
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const turn = (to: 'draft' | 'published', version: number) =>
    ask(OrganizerEvent, { method: 'PATCH', path: eventPath(eventId), body: { status: to, version } })

  const become = async (to: 'draft' | 'published') => {
    const answer = await send(() => turn(to, event.version))
    if (!answer?.ok) {
      const current = OrganizerEvent.safeParse(answer?.problem.current).data
      if (current) onChanged(current)
      return
    }
    onChanged(answer.value)
    const undo = async () => {
      const back = await turn(to === 'draft' ? 'published' : 'draft', answer.value.version)
      if (back.ok) onChanged(back.value)
      else say({ words: back.problem.sentence, bad: true })
    }
    say({ words: to === 'published' ? 'It is published.' : 'It is a draft again.', undo })
  }

  return (
    <>
      <Alert problem={explained(problem)} />
      <div class="actions">
        {status === 'draft' ? (
          <Button busy={busy} onClick={() => become('published')}>
            Publish
          </Button>
        ) : null}
        {status === 'cancelled' ? null : (
          <a class="button quiet" href={to('events', eventId, 'edit')}>
            Change
          </a>
        )}
        <a class="button quiet" href={to('events', eventId, 'copy')}>
          Copy to another date
        </a>
        {status === 'published' ? (
          <>
            <a class="button quiet" href={`/door#${encodeURIComponent(eventId)}`}>
              Check people in
            </a>
            <a class="button quiet" href={to('events', eventId, 'door')}>
              Print the door list
            </a>
          </>
        ) : null}
        {status === 'published' && seats.registered === 0 ? (
          <Button kind="quiet" busy={busy} onClick={() => become('draft')}>
            Back to a draft
          </Button>
        ) : null}
        {status === 'cancelled' || (status === 'published' && hasEnded(event, now)) ? null : (
          <CancelEvent event={event} onChanged={onChanged} />
        )}
      </div>
    </>
  )
}
