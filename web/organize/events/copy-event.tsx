import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { whenOf } from '../../event/times.ts'
import { type FieldErrors, fieldErrors } from '../../form/check.ts'
import { Errors } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { go, to } from '../place.ts'
import { MadeEvent, type OrganizerEvent } from './answers.ts'
import { MomentField } from './moment-field.tsx'
import { eventPath } from './paths.ts'
import { instantOf, minutesBetween, wallLater, wallOf } from './wall-clock.ts'

const FOUR_WEEKS = 4 * 7 * 24 * 60

/** The same event at another time, as a draft: everything but its people. */
export function CopyEvent({ event }: { event: OrganizerEvent }) {
  const { eventId, timeZone } = event
  const { ask } = useAsking()
  const say = useNotices()
  const [startsAt, setStartsAt] = useState(() => nextTime(event, new Date()))
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()
  const read = instantOf(startsAt, timeZone)

  const submit = async (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    setErrors(read.ok ? {} : { startsAt: read.error })
    if (!read.ok) return
    const answer = await send(() =>
      ask(MadeEvent, { method: 'POST', path: eventPath(eventId, 'copy'), body: { startsAt: read.instant } }),
    )
    if (!answer) return
    if (!answer.ok) return setErrors(fieldErrors(answer.problem))
    say({ words: 'This is the copy, a draft. Look it over, then publish it.' })
    go('events', answer.value.eventId)
  }

  const length = Date.parse(event.endsAt) - Date.parse(event.startsAt)
  return (
    <>
      <Crumbs way={[{ href: to('events', eventId), name: event.title }]} />
      <Screen title="Copy to another date" lead="A draft with everything but the people who registered.">
        <form noValidate class="card" aria-label="Copy to another date" onSubmit={submit}>
          <Errors.Provider value={errors}>
            <div onInput={({ target }) => target instanceof HTMLInputElement && setStartsAt(target.value)}>
              <MomentField name="startsAt" value={startsAt} hint={`By the clock in ${timeZone}.`}>
                {read.ok
                  ? whenOf({
                      startsAt: read.instant,
                      endsAt: new Date(Date.parse(read.instant) + length).toISOString(),
                      timeZone,
                    })
                  : read.error}
              </MomentField>
            </div>
          </Errors.Provider>
          <Alert problem={problem} />
          <div class="actions">
            <Button type="submit" busy={busy}>
              Make the copy
            </Button>
          </div>
        </form>
      </Screen>
    </>
  )
}

/** The same hour of the same weekday, every four weeks: the first that is to come. */
function nextTime({ startsAt, timeZone }: OrganizerEvent, now: Date): string {
  const before = wallOf(startsAt, timeZone)
  const since = minutesBetween(before, wallOf(now.toISOString(), timeZone))
  return wallLater(before, FOUR_WEEKS * Math.max(1, Math.ceil((since + 1) / FOUR_WEEKS)))
}
