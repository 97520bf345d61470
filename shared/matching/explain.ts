import type { LeftOutReason } from '../domain/round.ts'
import { PARTS } from './criteria/criteria.ts'
import { bestHour } from './criteria/meeting-hour.ts'
import type { Person } from './person.ts'
import type { MatchingRules } from './rules.ts'
import { partsOf } from './score.ts'

const MOST_SENTENCES = 5
const MOST_OF_ONE_PART = 2
const FEWEST_SENTENCES = 2

/**
 * Why these two: 2 to 5 plain sentences from the facts behind the score, those of the strongest parts first, at most
 * two of each. The same list is for both readers: no names, addresses or employers. A part that gave no points is only
 * told when there would be fewer than two sentences.
 */
export function reasonsFor(mentee: Person, mentor: Person, rules: MatchingRules): string[] {
  const [menteeFacts, mentorFacts] = [rules.factsOf(mentee), rules.factsOf(mentor)]
  const points = partsOf(menteeFacts, mentorFacts, rules)
  const told = [...PARTS]
    .sort((one, other) => points[other.name] - points[one.name])
    .flatMap(({ name, words }) =>
      words(menteeFacts, mentorFacts)
        .slice(0, MOST_OF_ONE_PART)
        .map((sentence) => ({ sentence, earned: points[name] > 0 })),
    )
  return told
    .filter(({ earned }, n) => n < (earned ? MOST_SENTENCES : FEWEST_SENTENCES))
    .map(({ sentence }) => sentence)
}

/** An hour of the UTC week (0 = Monday 00:00) that suits both best; undefined when they share none. See `bestHour`. */
export const suggestedHour = (mentee: Person, mentor: Person, rules: MatchingRules): number | undefined =>
  bestHour(rules.factsOf(mentee), rules.factsOf(mentor))

type Consolation = { why: string; help: string }

const CONSOLATIONS: Readonly<Record<LeftOutReason, Consolation>> = {
  'no-mentors': {
    why: 'Every mentor is taken at the moment: no mentor has a free seat.',
    help: 'We are looking for more mentors; if you know somebody who would make a good one, please tell them about us.',
  },
  'same-person': {
    why: 'The only free seat is the one that you offer as a mentor yourself.',
    help: 'We are looking for more mentors; if you know somebody who would make a good one, please tell them about us.',
  },
  'paired-before': {
    why: 'Every mentor with a free seat is somebody you were paired with before.',
    help: 'There is nothing you need to do: as soon as a new mentor joins or has a free seat, you are in the round again.',
  },
  experience: {
    why: 'No mentor with a free seat has enough more years of experience than you.',
    help: 'There is nothing you need to do; and you might enjoy being a mentor yourself.',
  },
  language: {
    why: 'No mentor with a free seat speaks a language that you chose.',
    help: 'Adding another language that you are comfortable with would help most.',
  },
  meeting: {
    why: 'No mentor with a free seat likes to meet in a way that you chose.',
    help: 'Adding another way to meet, such as video or phone calls, would help most.',
  },
  hours: {
    why: 'No mentor with a free seat shares an hour with you.',
    help: 'Adding an evening or a weekend slot would help most.',
  },
  interests: {
    why: 'No mentor with a free seat offers one of your topics or works in one of your departments.',
    help: 'Adding another topic or department would help most.',
  },
  employer: {
    why: 'Every mentor with a free seat who would suit you works for the same employer as you.',
    help: 'Allowing a mentor from your own employer may help, if that is a choice you made.',
  },
  seats: {
    why: 'There are mentors who suit you, but this time there were more mentees than seats with them.',
    help: 'There is nothing you need to do: whoever waited longer comes first next time.',
  },
  'taken-out': {
    why: 'We had a mentor in mind for you, but the organizers saw a reason against this pair.',
    help: 'There is nothing you need to do: you are in the next round.',
  },
  unavailable: {
    why: 'We had a mentor in mind for you, but by the time of the introduction one of you was no longer free.',
    help: 'There is nothing you need to do: while you are looking for a mentor, you are in each round.',
  },
}

/** What to tell a mentee who was left out: why, in one kind sentence, and what would help. */
export const whyUnplaced = (reason: LeftOutReason): Consolation => CONSOLATIONS[reason]
