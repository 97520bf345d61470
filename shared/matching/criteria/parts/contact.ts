import { MEETING_WAYS } from '../../../domain/profile-form.ts'
import { countHours, sharedWeek } from '../../../domain/week.ts'
import { countBits, inMask } from '../bits.ts'
import type { Facts } from '../facts.ts'
import { bestStretch } from '../meeting-hour.ts'
import { FULL, type Part } from '../part.ts'
import { counted, listed } from '../phrases.ts'

/** Ways to meet, as they stand inside a sentence. */
export const WAYS: Readonly<Record<(typeof MEETING_WAYS)[number], string>> = {
  video: 'video calls',
  phone: 'phone calls',
  'in-person': 'meeting in person',
  messages: 'messages',
}

/** How much 0, 1, 2, 3 or 4 shared ways to meet are worth, in thousandths: the second is a fall-back, a fourth nothing new. */
const WAYS_FIT = [0, 500, 800, FULL, FULL]

/** Meeting at all: hours that both are free, with diminishing return, and ways to meet that both like. */
export const contact: Part = {
  name: 'contact',
  criteria: [
    { kind: 'hours', share: 70, suits: hoursFit },
    {
      kind: 'choice',
      share: 30,
      size: 1 << MEETING_WAYS.length,
      answer: ({ meeting }) => meeting,
      suits: (one, other) => WAYS_FIT[countBits(one & other)] ?? 0,
    },
  ],
  words: (mentee, mentor) => {
    const hours = sharedHours(mentee, mentor)
    const ways = inMask(MEETING_WAYS, mentee.meeting & mentor.meeting).map((way) => WAYS[way])
    const best = bestStretch(mentee, mentor)
    if (!best || ways.length === 0) return []
    const free = best.hours === hours ? best.words : `${counted(hours, 'hour')} a week, such as ${best.words}`
    return [`You are both free ${free}, and both like ${listed(ways)}.`]
  },
}

const sharedHours = (mentee: Facts, mentor: Facts): number => countHours(sharedWeek(mentee.week, mentor.week))

/** 6 hours give 625, 12 give 833, 24 and more give 1000: the first hours matter most. */
function hoursFit(hours: number): number {
  return Math.min(FULL, Math.floor((1250 * hours) / (hours + 6)))
}
