import type { TargetedSubmitEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { forgetForm, keyFor } from '../../event/kept-form.ts'
import { type FieldErrors, fieldErrors } from '../../form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { Errors } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { browserZone } from '../../words.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { go, to } from '../place.ts'
import { MadeEvent } from './answers.ts'
import { newBody } from './event-body.ts'
import { EventFields } from './event-fields.tsx'
import { type EventValues, newValues } from './event-values.ts'
import { KeptNotice } from './kept-notice.tsx'
import { labelsOf } from './labels.ts'
import { useEventForm } from './use-event-form.ts'

const FORM = 'new'

/** A new event, or all dates of a series. */
export function NewEvent() {
  const { ask } = useAsking()
  const say = useNotices()
  const [opened] = useState(() => ({ values: newValues(browserZone()), version: 0 }))
  const form = useEventForm(FORM, opened)
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()
  const wanted = useRef<'draft' | 'published'>('draft')

  const submit = async (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const status = wanted.current
    wanted.current = 'draft'
    const checked = newBody(form.values, status, new Date())
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const idempotencyKey = keyFor(FORM, checked.body)
    const call = { method: 'POST', path: '/organizer/events', idempotencyKey, body: checked.body } as const
    const answer = await send(() => ask(MadeEvent, call))
    if (!answer) return
    if (!answer.ok) return setErrors(seenErrors(fieldErrors(answer.problem), form.values))
    form.forget()
    forgetForm(FORM)
    say({ words: saidOf(answer.value, status) })
    const { seriesId, eventId } = answer.value
    if (seriesId) go('events', 'series', seriesId)
    else go('events', eventId)
  }

  const many = form.values.repeats !== ''
  return (
    <>
      <Crumbs way={[{ href: to('events'), name: 'Events' }]} />
      <Screen title="A new event">
        {form.restored ? <KeptNotice onStartOver={form.startOver} /> : null}
        <form
          noValidate
          class="event-form"
          aria-label="A new event"
          onSubmit={submit}
          onInput={({ currentTarget }) => form.read(currentTarget)}
        >
          <ErrorSummary errors={errors} labels={labelsOf(form.values)} />
          <Errors.Provider value={errors}>
            <EventFields key={form.round} initial={form.initial} values={form.values} onQuestions={form.ask} />
          </Errors.Provider>
          <p class="hint">
            A draft is seen by organizers alone. What is published stands on the page of events, and people can
            register.
          </p>
          <Alert problem={problem} />
          <div class="actions">
            <Button type="submit" busy={busy}>
              {many ? 'Save all dates as drafts' : 'Save as a draft'}
            </Button>
            <Button
              type="submit"
              kind="quiet"
              busy={busy}
              onClick={() => {
                wanted.current = 'published'
              }}
            >
              {many ? 'Publish all dates now' : 'Publish it now'}
            </Button>
          </div>
        </form>
      </Screen>
    </>
  )
}

function saidOf({ eventIds = [] }: MadeEvent, status: 'draft' | 'published'): string {
  const what = eventIds.length > 1 ? `${eventIds.length} events are` : 'The event is'
  return status === 'published' ? `${what} published.` : `${what} saved, for organizers alone so far.`
}

/** What is wrong with a rule that was chosen from the list stands at that list. */
const seenErrors = ({ series, ...errors }: FieldErrors, { repeats }: EventValues): FieldErrors =>
  series ? { ...errors, [repeats === 'own' ? 'series' : 'repeats']: series } : errors
