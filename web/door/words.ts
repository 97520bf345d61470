import type { CheckInAnswer } from './answers.ts'

/** `6:02 PM`, as the clock on the event's wall says. */
export const clock = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(instant))

/** `Tuesday, January 12, 6:00 PM`. */
export const dayAndClock = (instant: string, timeZone: string): string =>
  `${new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(instant))}, ${clock(instant, timeZone)}`

export const nameOf = ({ firstName, lastName }: { firstName?: string | undefined; lastName?: string | undefined }) =>
  [firstName, lastName].filter(Boolean).join(' ')

export type News = { tone: 'good' | 'bad'; text: string }

/** What a volunteer says to the person in front of them. */
export function inWords(answer: CheckInAnswer, timeZone: string): News {
  const name = nameOf(answer) || 'This person'
  const bad = (text: string): News => ({ tone: 'bad', text })
  switch (answer.result) {
    case 'ok':
      return { tone: 'good', text: `${name} is in. Welcome!` }
    case 'already':
      return bad(`${name} was already checked in at ${clock(answer.firstAt ?? '', timeZone)}.`)
    case 'cancelled':
      return bad(`${name} has no seat: the registration is cancelled. If there is room, add a walk-in.`)
    case 'waitlisted':
      return bad(
        `${name} is in line and has no seat. If there is room once the event begins, add a walk-in with the same e-mail address.`,
      )
    case 'wrong-event':
      return bad(
        answer.event
          ? `This code is for another event: “${answer.event.title}”, ${dayAndClock(answer.event.startsAt, answer.event.timeZone)}.`
          : 'This code is for another event.',
      )
    case 'too-early':
      return bad(`The door opens at ${clock(answer.opensAt ?? '', timeZone)}.`)
    case 'unknown':
      return bad('We do not know this code. Please look for the name on the list.')
  }
}

/** What became of a check-in that was done here before, when it was sent at last and somebody else was faster. */
export const conflictInWords = (answer: CheckInAnswer, timeZone: string): News =>
  answer.result === 'already'
    ? {
        tone: 'bad',
        text: `${nameOf(answer)} was already checked in at ${clock(answer.firstAt ?? '', timeZone)} on another phone.`,
      }
    : inWords(answer, timeZone)

export const waitInWords = (count: number): string =>
  count === 1 ? '1 check-in waits to be sent.' : `${count} check-ins wait to be sent.`
