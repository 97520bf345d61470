import { EventForm, timesRefused } from '../../../shared/domain/event.ts'
import { EventPatch } from '../../../shared/domain/event-edit.ts'
import { type Checked, check, type FieldErrors } from '../../form/check.ts'
import { differing, type EventValues, type ValueName } from './event-values.ts'
import { questionErrors, questionsBody } from './question-values.ts'
import { ruleOf } from './series-values.ts'
import { instantOf } from './wall-clock.ts'

const MOMENTS = ['startsAt', 'endsAt', 'registration.opensAt', 'registration.closesAt'] as const
type Moment = (typeof MOMENTS)[number]

/** What the API takes for a new event, or all dates of a series; or all that is wrong, by field. */
export function newBody(values: EventValues, status: EventForm['status'], now: Date): Checked<EventForm> {
  const { recordingUrl: _later, ...said } = bodyOf(values, [])
  const made = ruleOf(values, values.startsAt)
  const checked = check(EventForm, { ...said, status, series: made.ok ? made.rule : undefined })
  return settled(checked, {
    ...(checked.ok ? timeErrors(checked.body, now) : {}),
    ...valueErrors(values, []),
    ...(made.ok ? {} : { [made.field]: made.error }),
  })
}

/**
 * Of an event that is there, only what is different now. What was taken away is sent as null. `reserved`: keys of
 * questions that are asked no more.
 */
export function changedBody(
  before: EventValues,
  values: EventValues,
  reserved: readonly string[],
): Checked<EventPatch> {
  const changed = differing(before, values)
  const all = new Map<string, unknown>(Object.entries(bodyOf(values, reserved)))
  const body = Object.fromEntries(
    Object.entries(MADE_OF).flatMap(([field, names]) =>
      names.some((name) => changed.includes(name)) ? [[field, all.get(field) ?? null]] : [],
    ),
  )
  return settled(check(EventPatch, body), valueErrors(values, reserved))
}

/** Together with what the schema cannot know. A question's complaint stands where the question is. */
function settled<Body>(checked: Checked<Body>, more: FieldErrors): Checked<Body> {
  const {
    'questions.label': _one,
    'questions.options': _two,
    'questions.type': _three,
    ...errors
  } = {
    ...(checked.ok ? {} : checked.errors),
    ...more,
  }
  return checked.ok && Object.keys(errors).length === 0 ? checked : { ok: false, errors }
}

/** Fields of the API, and what they are made of in the form. Another zone makes other instants of the same clocks. */
const MADE_OF: Record<string, readonly ValueName[]> = {
  title: ['title'],
  kind: ['kind'],
  audience: ['audience'],
  description: ['description'],
  timeZone: ['timeZone'],
  startsAt: ['startsAt', 'timeZone'],
  endsAt: ['endsAt', 'timeZone'],
  place: ['place'],
  onlineUrl: ['onlineUrl'],
  recordingUrl: ['recordingUrl'],
  capacity: ['capacity'],
  waitlist: ['waitlist.policy'],
  registration: ['registration.opensAt', 'registration.closesAt', 'timeZone'],
  questions: ['questions'],
}

const bodyOf = (values: EventValues, reserved: readonly string[]) => ({
  title: values.title,
  kind: values.kind,
  audience: values.audience,
  description: values.description || undefined,
  timeZone: values.timeZone,
  startsAt: momentIn(values, 'startsAt'),
  endsAt: momentIn(values, 'endsAt'),
  place: values.place || undefined,
  onlineUrl: values.onlineUrl || undefined,
  recordingUrl: values.recordingUrl || undefined,
  capacity: values.capacity.trim() ? Number(values.capacity) : undefined,
  waitlist: { policy: values['waitlist.policy'] },
  registration: {
    opensAt: momentIn(values, 'registration.opensAt'),
    closesAt: momentIn(values, 'registration.closesAt'),
  },
  questions: questionsBody(values.questions, reserved),
})

function momentIn(values: EventValues, name: Moment): string | undefined {
  const read = instantOf(values[name], values.timeZone)
  return read.ok ? read.instant : undefined
}

/** What the API could not say: it never hears of a time that the clocks skip, nor which question it was. */
function valueErrors(values: EventValues, reserved: readonly string[]): FieldErrors {
  const errors = questionErrors(values.questions, reserved)
  for (const name of MOMENTS) {
    if (!values[name] && name.startsWith('registration.')) continue
    const read = instantOf(values[name], values.timeZone)
    if (!read.ok) errors[name] = read.error
  }
  return errors
}

const timeErrors = (body: EventForm, now: Date): FieldErrors =>
  Object.fromEntries(timesRefused(body, now).map(({ path, message }) => [path, message]))
