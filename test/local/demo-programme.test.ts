import { expect, it } from 'vitest'
import { demoPeople } from '../../local/demo-people.ts'
import { demoEvents } from '../../local/demo-programme.ts'
import { doorOpensAt } from '../../shared/domain/check-in.ts'
import { EventForm, timesRefused } from '../../shared/domain/event.ts'
import { answersTo } from '../../shared/domain/question.ts'

it.each(['2027-01-12T00:00:00Z', '2027-03-13T23:59:59Z', '2027-11-07T05:30:00Z', '2028-02-29T12:31:00Z'])(
  'what the demo puts on at %s can take place, and the door of the first is open',
  (at) => {
    const now = new Date(at)
    const forms = demoEvents(now).map(({ form }) => EventForm.parse(form))
    for (const form of forms) expect(timesRefused(form, now)).toEqual([])
    expect(forms[0] && doorOpensAt(forms[0]) <= now.toISOString()).toBe(true)
    expect(forms.slice(1).map(({ startsAt, timeZone }) => hourOf(startsAt, timeZone))).toEqual(['7 PM', '7 PM'])
  },
)

const hourOf = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { hour: 'numeric', timeZone }).format(new Date(at))

it('each event of the demo is asked for by people of its own, who answer what is asked', () => {
  const events = demoEvents(new Date('2027-01-12T00:00:00Z'))
  expect(events.reduce((sum, { comers }) => sum + comers, 0)).toBeLessThan(demoPeople().length)
  for (const { form, comers, answers } of events) {
    const { questions } = EventForm.parse(form)
    const given = Array.from({ length: comers }, (_, nth) => answersTo(questions).safeParse(answers?.(nth) ?? {}))
    expect(given.filter(({ success }) => !success)).toEqual([])
  }
})
