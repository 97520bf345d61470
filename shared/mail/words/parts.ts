import type { Phrase } from './define.ts'

/** Phrases and fields that several mails have; each mail has them for itself. */

export const GREETING = { greeting: 'Hello Alex,' }

export const NEXT_ROUND = {
  nextRound: {
    label: 'When the next round is',
    text: 'The next round is on {time}.',
    own: { time: 'Monday, November 30, 9:00 AM Central Standard Time' },
  },
  nextRoundUnknown: { label: 'When nobody can tell when the next round is', text: 'The next round comes soon.' },
} as const satisfies Record<string, Phrase>

/** What stands for `{nextRound}` in a sentence. */
export const NEXT_ROUND_FIELD = {
  nextRound: 'The next round is on Monday, November 30, 9:00 AM Central Standard Time.',
}

export const EVENT = {
  ...GREETING,
  event: 'Coffee after the night shift',
  start: 'Tuesday, December 8, 7:00 PM Central Standard Time',
  end: '8:30 PM',
}

export const WHEN_AND_WHERE = {
  when: { label: 'When it is', text: 'When: {start}, until {end}' },
  onYourClock: {
    label: 'The start on the reader’s clock, where that differs',
    text: 'On your clock: {yourStart}',
    own: { yourStart: '8:00 PM Eastern Standard Time' },
  },
} as const satisfies Record<string, Phrase>

/** For those who have a seat. */
export const PLACE = {
  where: { label: 'Where it is', text: 'Where: {place}', own: { place: 'Lou’s Diner, 12 Lake Street, Chicago' } },
  online: {
    label: 'Where it is, online',
    text: 'Where: online. The button below lets you in, from 15 minutes before the start.',
  },
} as const satisfies Record<string, Phrase>

export const AT_THE_DOOR = {
  atTheDoor: { label: 'Beside the code for the door', text: 'At the door, show this code, or say your name.' },
} as const satisfies Record<string, Phrase>

export const SEE_REGISTRATION = {
  button: { label: 'Button', text: 'See my registration' },
} as const satisfies Record<string, Phrase>

export const JOIN = {
  ...SEE_REGISTRATION,
  joinButton: { label: 'Button, online', text: 'Join, or see my registration' },
} as const satisfies Record<string, Phrase>
