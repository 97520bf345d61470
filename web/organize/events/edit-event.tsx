import type { TargetedSubmitEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { hasEnded } from '../../../shared/domain/event.ts'
import type { EventPatch } from '../../../shared/domain/event-edit.ts'
import { type FieldErrors, fieldErrors } from '../../form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { Errors } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { go, to } from '../place.ts'
import { OrganizerEvent } from './answers.ts'
import { AskToTell, type Telling } from './ask-to-tell.tsx'
import { ClashNotice } from './clash-notice.tsx'
import { changedBody } from './event-body.ts'
import { EventFields } from './event-fields.tsx'
import { eventValues } from './event-values.ts'
import { KeptNotice } from './kept-notice.tsx'
import { labelsOf } from './labels.ts'
import { eventPath } from './paths.ts'
import { tellsPeople } from './telling.ts'
import { useEventForm } from './use-event-form.ts'
import { isTooFew, takenSeats } from './words.ts'

type Props = {
  event: OrganizerEvent
  onChanged: (event: OrganizerEvent) => void
  /** Seats may have been taken since it was read. */
  onRefused: () => void
}

/** Changes an event. What people must hear of is asked about first; what others saved meanwhile is shown beside. */
export function EditEvent({ event, onChanged, onRefused }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const form = useEventForm(event.eventId, { values: eventValues(event), version: event.version })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [telling, setTelling] = useState<Telling>()
  const { busy, problem, send } = useRequest()
  const override = useRef(false)
  const reserved = event.askedBefore.map(({ key }) => key)

  const save = async (body: EventPatch): Promise<boolean> => {
    const { before, version } = form
    const sent = { ...body, version, ...(override.current && { override: true }) }
    const answer = await send(() =>
      ask(OrganizerEvent, { method: 'PATCH', path: eventPath(event.eventId), body: sent }),
    )
    if (!answer) return false
    if (!answer.ok) {
      setErrors(fieldErrors(answer.problem))
      const current = OrganizerEvent.safeParse(answer.problem.current).data
      if (!current) {
        onRefused()
        return false
      }
      setTelling(undefined)
      form.meet({ values: eventValues(current), version: current.version })
      onChanged(current)
      return true
    }
    form.forget()
    const changed = answer.value
    onChanged(changed)
    const back = changedBody(eventValues(changed), before, reserved)
    const undo = async () => {
      if (!back.ok) return
      const undone = await ask(OrganizerEvent, {
        method: 'PATCH',
        path: eventPath(event.eventId),
        body: { ...back.body, version: changed.version },
      })
      if (undone.ok) onChanged(undone.value)
      say(undone.ok ? { words: 'It is as it was.' } : { words: undone.problem.sentence, bad: true })
    }
    const told = tellsPeople(event, body, new Date())
    say({ words: told ? 'Saved. E-mail is on its way.' : 'Saved.', ...(!told && back.ok && { undo }) })
    go('events', event.eventId)
    return true
  }

  const submit = (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    override.current = new FormData(submitted.currentTarget).has('override')
    const checked = changedBody(form.before, form.values, reserved)
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const { body } = checked
    if (body.capacity !== undefined && isTooFew(form.values, event) && !override.current) {
      return setErrors({ capacity: `${takenSeats(event)} are taken. To go lower all the same, tick the box below.` })
    }
    if (Object.keys(body).length === 0) {
      form.forget()
      go('events', event.eventId)
    } else if (tellsPeople(event, body, new Date())) setTelling({ body, before: form.before, values: form.values })
    else void save(body)
  }

  return (
    <>
      <Crumbs way={[{ href: to('events', event.eventId), name: event.title }]} />
      <Screen title={`Change “${event.title}”`}>
        {form.restored && form.isTouched && !form.clash ? <KeptNotice onStartOver={form.startOver} /> : null}
        {form.clash ? <ClashNotice clash={form.clash} values={form.values} onTake={form.take} /> : null}
        <form
          noValidate
          class="event-form"
          aria-label={`Change ${event.title}`}
          onSubmit={submit}
          onInput={({ currentTarget }) => form.read(currentTarget)}
        >
          <ErrorSummary errors={errors} labels={labelsOf(form.values)} />
          <Errors.Provider value={errors}>
            <EventFields
              key={form.round}
              initial={form.initial}
              values={form.values}
              event={event}
              onQuestions={form.ask}
            />
          </Errors.Provider>
          {hasEnded(event, new Date()) ? <p class="hint">This event is over: nobody is told of a change.</p> : null}
          <Alert problem={form.clash && problem?.current ? undefined : problem} />
          <div class="actions">
            <Button type="submit" busy={busy}>
              Save
            </Button>
            <a class="button quiet" href={to('events', event.eventId)}>
              Back, without saving
            </a>
          </div>
        </form>
        <AskToTell event={event} telling={telling} busy={busy} onYes={save} onNo={() => setTelling(undefined)} />
      </Screen>
    </>
  )
}
