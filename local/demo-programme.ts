import { TZDate } from '@date-fns/tz'
import type * as z from 'zod'
import type { EventForm } from '../shared/domain/event.ts'
import type { Answers } from '../shared/domain/question.ts'

/** What is on in the demo. */

export type DemoEvent = {
  form: z.input<typeof EventForm>
  /** How many register; those who find no seat are in line. */
  comers: number
  /** One gives the seat back, which the head of the line is then asked about. */
  oneLeaves?: boolean
  answers?: (nth: number) => Answers
}

const HOUR = 3_600_000

/** One whose door is open already, one that is full and has a line, one that talks in confidence. */
export function demoEvents(now: Date): DemoEvent[] {
  return [
    {
      comers: 9,
      form: {
        ...meeting(new Date(Math.ceil(now.getTime() / HOUR + 0.5) * HOUR), 1),
        title: 'Coffee between the shifts',
        description: [
          'Come as you are, before or after your shift. The first coffee is on us.',
          '',
          '- **6 to 10 people**, no slides',
          '- bring a question, or a differential that kept you awake',
          '- new at the bench? Somebody sits with you',
        ].join('\n'),
        place: 'Break room 4B, Lakeside Regional Medical Center, Chicago',
        capacity: 12,
        series: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3',
      },
    },
    {
      comers: 20,
      oneLeaves: true,
      form: {
        ...meeting(evening(now, 9), 1),
        title: 'Webinar: the smear that did not fit the count',
        kind: 'course',
        description: [
          'Four real cases, step by step: what the analyzer said, what the smear showed, and whom to call.',
          '',
          '1. Clumps that looked like a low platelet count',
          '2. Blasts at four in the morning',
          '3. Cold agglutinins, and an MCHC that cannot be',
          '4. Yours: send it with the form',
        ].join('\n'),
        onlineUrl: 'https://video.example.org/smear',
        capacity: 15,
        questions: [
          { key: 'contact_hours', type: 'yes-no', label: 'Do you need contact hours?', required: true },
          { key: 'case', type: 'text', label: 'A case of your own, without anything that names a patient' },
        ],
      },
      answers: (nth) => ({
        contact_hours: nth % 3 !== 0,
        ...(nth === 4 && { case: 'Platelets of 9 by impedance, 140 by eye. We repeated it twice.' }),
      }),
    },
    {
      comers: 5,
      form: {
        ...meeting(evening(now, 12), 1.5),
        title: 'Circle: after a hard shift',
        kind: 'circle',
        description:
          'For whoever carries something home. We listen, nobody takes notes, and what is said stays with us. Cameras may stay off.',
        onlineUrl: 'https://video.example.org/circle',
        capacity: 8,
        waitlist: { policy: 'auto' },
        audience: 'members',
      },
    },
  ]
}

const ZONE = 'America/Chicago'

/** Seven o'clock, so many days from now. */
function evening(now: Date, days: number): Date {
  const today = new TZDate(now, ZONE)
  return new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + days, 19, ZONE)
}

const meeting = (startsAt: Date, hours: number) => ({
  kind: 'meeting' as const,
  timeZone: ZONE,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(startsAt.getTime() + hours * HOUR).toISOString(),
  status: 'published' as const,
})
