import { useState } from 'preact/hooks'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { OrganizerEvent } from './answers.ts'
import { explained } from './explained.ts'
import { eventPath } from './paths.ts'

type Props = { drafts: readonly OrganizerEvent[]; onPublished: (event: OrganizerEvent) => void }

/** Publishes what of a series is still a draft, one after the other. Stops where something is wrong, and says why. */
export function PublishAll({ drafts, onPublished }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [done, setDone] = useState(0)
  const publish = async () => {
    if (busy) return
    setDone(0)
    for (const [index, { eventId, version }] of drafts.entries()) {
      const body = { status: 'published', version }
      const answer = await send(() => ask(OrganizerEvent, { method: 'PATCH', path: eventPath(eventId), body }))
      if (!answer?.ok) return
      onPublished(answer.value)
      setDone(index + 1)
    }
    say({ words: drafts.length === 1 ? 'It is published.' : `${drafts.length} events are published.` })
  }
  if (drafts.length === 0 && !busy) return null
  return (
    <>
      <Alert problem={explained(problem)} />
      <div class="actions">
        <Button busy={busy} onClick={publish}>
          {drafts.length === 1 ? 'Publish the draft' : `Publish all ${drafts.length} drafts`}
        </Button>
        <span role="status">{busy && done > 0 ? `${done} are published.` : ''}</span>
      </div>
    </>
  )
}
