import { useState } from 'preact/hooks'
import { people } from '../../event/words.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { BroughtBack, type OrganizerEvent } from './answers.ts'
import { type Parts, partsOf } from './list-parts.ts'
import { eventPath } from './paths.ts'

type Props = { event: OrganizerEvent; onImported: () => void }

/** A list that was downloaded as JSON comes back, into an event that nobody has registered for. Nobody gets mail. */
export function ImportList({ event, onImported }: Props) {
  const { ask } = useAsking()
  const { busy, problem, send } = useRequest()
  const [read, setRead] = useState<Parts>()
  const [done, setDone] = useState(0)
  const [over, setOver] = useState(false)

  const choose = async (file: File | undefined) => {
    setDone(0)
    setOver(false)
    setRead(file && partsOf(await file.text()))
  }
  const bring = async () => {
    if (!read?.ok || busy) return
    let brought = 0
    for (const part of read.parts) {
      const call = { method: 'POST', path: eventPath(event.eventId, 'attendees'), body: part } as const
      const answer = await send(() => ask(BroughtBack, call))
      if (!answer?.ok) return
      brought += part.items.length
      setDone(brought)
    }
    setOver(true)
    onImported()
  }

  const isEmpty = event.seats.registered === 0
  return (
    <section class="card" aria-labelledby="back-in">
      <h2 id="back-in">Bring a list back</h2>
      {isEmpty || over || done > 0 ? (
        <>
          <p>
            A list that was downloaded as JSON, from this event or from one with the same questions. Nobody gets mail.
          </p>
          <div class="field">
            <label for="list">List as JSON</label>
            <input
              id="list"
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
            />
          </div>
          {read && !read.ok ? <p class="error">{read.error}</p> : null}
          {read?.ok && !over ? (
            <>
              <p>{people(read.total)} are in this list.</p>
              {busy || done > 0 ? (
                <progress aria-label="How much of the list is in" value={done} max={read.total} />
              ) : null}
              <Alert problem={problem} />
              <Button busy={busy} onClick={bring}>
                {done > 0 ? 'Try again' : 'Bring them back'}
              </Button>
            </>
          ) : null}
          <div role="status">{over ? <p class="notice good">{people(done)} are back in.</p> : null}</div>
        </>
      ) : (
        <p>
          This event has registrations. A list goes into one that has none: copy the event, and bring it back there.
        </p>
      )}
    </section>
  )
}
