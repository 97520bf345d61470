import { describe, expect, it } from 'vitest'
import { OrganizerEvent } from '../../web/organize/events/answers.ts'
import { changedBody, newBody } from '../../web/organize/events/event-body.ts'
import { type EventValues, eventValues, newValues } from '../../web/organize/events/event-values.ts'
import { merged } from '../../web/organize/events/merging.ts'
import { questionsBody } from '../../web/organize/events/question-values.ts'
import { valueInWords } from '../../web/organize/events/words.ts'

const NOW = new Date('2027-01-01T12:00Z')

const typed = (changes: Partial<EventValues> = {}): EventValues => ({
  ...newValues('America/Chicago'),
  title: 'Coffee after the night shift',
  startsAt: '2027-01-12T19:00',
  endsAt: '2027-01-12T20:00',
  ...changes,
})
const asked = (changes: Partial<EventValues['questions'][number]> = {}) => ({
  id: '1',
  key: '',
  label: 'Do you need contact hours?',
  type: 'yes-no',
  required: true,
  options: '',
  ...changes,
})
const made = (changes: Partial<EventValues> = {}) => newBody(typed(changes), 'draft', NOW)

const known = OrganizerEvent.parse({
  eventId: 'event',
  status: 'published',
  title: 'Coffee after the night shift',
  kind: 'meeting',
  timeZone: 'America/Chicago',
  startsAt: '2027-01-13T01:00:00.000Z',
  endsAt: '2027-01-13T02:00:00.000Z',
  capacity: 12,
  place: 'Room 3',
  registration: { closesAt: '2027-01-12T18:00:00.000Z' },
  waitlist: { policy: 'offer' },
  questions: [{ key: 'hours', label: 'Hours?', type: 'yes-no', required: true }],
  askedBefore: [],
  audience: 'everyone',
  version: 3,
  seats: { confirmed: 2, held: 0, waiting: 0, registered: 2, seatsLeft: 10 },
})
const before = eventValues(known)
const changes = (what: Partial<EventValues>) => changedBody(before, { ...before, ...what }, [])

describe('what is sent of a new event', () => {
  it('is what the API takes, in instants, without what was left empty', () => {
    expect(made({ capacity: ' 12 ', 'registration.closesAt': '2027-01-12T12:00' })).toEqual({
      ok: true,
      body: {
        title: 'Coffee after the night shift',
        kind: 'meeting',
        timeZone: 'America/Chicago',
        startsAt: '2027-01-13T01:00:00.000Z',
        endsAt: '2027-01-13T02:00:00.000Z',
        capacity: 12,
        registration: { closesAt: '2027-01-12T18:00:00.000Z' },
        waitlist: { policy: 'offer' },
        questions: [],
        audience: 'everyone',
        status: 'draft',
      },
    })
  })

  it('is nothing while something is wrong, and each complaint stands at its field', () => {
    const wrong = made({
      title: '',
      capacity: 'some',
      startsAt: '2027-03-14T02:30',
      onlineUrl: 'http://example.org',
      'registration.opensAt': 'soon',
      questions: [asked({ label: '' }), asked({ type: 'choice', options: 'only one' })],
    })
    if (wrong.ok) throw new Error('It was taken.')
    expect(Object.keys(wrong.errors).sort()).toEqual([
      'capacity',
      'onlineUrl',
      'questions.0.label',
      'questions.1.options',
      'registration.opensAt',
      'startsAt',
      'title',
    ])
    expect(wrong.errors.startsAt).toContain('never comes')
  })

  it('must be in the future, and in order', () => {
    expect(made({ startsAt: '2026-01-12T19:00', endsAt: '2026-01-12T18:00' })).toEqual({
      ok: false,
      errors: { startsAt: 'Please choose a time to come.', endsAt: 'Please choose an end after the start.' },
    })
  })
})

describe('what is sent of a change', () => {
  it('is only what is different, and what was taken away as null', () => {
    expect(changes({})).toEqual({ ok: true, body: {} })
    expect(changes({ title: 'Tea', place: '', capacity: '' })).toEqual({
      ok: true,
      body: { title: 'Tea', place: null, capacity: null },
    })
  })

  it('of the zone is that of all times: they stay on the clock', () => {
    expect(changes({ timeZone: 'America/New_York' })).toMatchObject({
      body: {
        timeZone: 'America/New_York',
        startsAt: '2027-01-13T00:00:00.000Z',
        endsAt: '2027-01-13T01:00:00.000Z',
        registration: { closesAt: '2027-01-12T17:00:00.000Z' },
      },
    })
  })

  it('is right when nobody touched the times of an event that is over', () => {
    expect(changes({ recordingUrl: 'https://video.example.org/7' })).toEqual({
      ok: true,
      body: { recordingUrl: 'https://video.example.org/7' },
    })
  })
})

describe('a question', () => {
  it('has a key made of its words, one that no other has or had', () => {
    const keys = questionsBody(
      [
        asked({ id: '2' }),
        asked({ key: 'diet', label: 'What do you eat?' }),
        asked({ label: 'Größe & 2 Wünsche' }),
        asked({ label: '食事' }),
      ],
      ['do_you_need_contact_hours'],
    )
    expect(keys).toMatchObject([
      { key: 'do_you_need_contact_hours_2' },
      { key: 'diet' },
      { key: 'große_2_wunsche'.replace('ß', '_') },
      { key: 'question' },
    ])
  })

  it('has options where one can choose, a line each', () => {
    expect(questionsBody([asked({ type: 'choices', options: ' Tea \n\nCoffee' })], [])).toMatchObject([
      { options: ['Tea', 'Coffee'] },
    ])
    expect(questionsBody([asked({ options: 'left over' })], [])).not.toMatchObject([{ options: expect.anything() }])
  })
})

describe('when somebody else saved first', () => {
  const mine = { ...before, title: 'Tea', capacity: '20', place: 'Room 4' }
  const theirs = { ...before, title: 'Cocoa', capacity: '20', startsAt: '2027-01-12T18:00' }

  it('their changes are taken over, one’s own stay, and what both changed is told', () => {
    expect(merged(before, mine, theirs)).toEqual({
      values: { ...mine, startsAt: '2027-01-12T18:00' },
      taken: ['startsAt'],
      clashing: ['title'],
    })
  })

  it('both versions can be read', () => {
    expect(valueInWords(theirs, 'startsAt')).toBe('Tuesday, January 12, 2027, 6:00 PM Central Standard Time')
    expect(valueInWords({ ...theirs, capacity: '' }, 'capacity')).toBe('No limit')
    expect(valueInWords(theirs, 'questions')).toBe('Hours?')
    expect(valueInWords(theirs, 'onlineUrl')).toBe('—')
    expect(valueInWords(theirs, 'kind')).toBe('Meeting')
  })
})
