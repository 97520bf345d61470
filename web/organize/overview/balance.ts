import { capital, many } from '../parts/counted.ts'

/** Seats against mentees, as a sentence and as the few words under the number of free seats. */

type Balance = { waiting: number; free: number }

export function balanceInWords({ waiting, free }: Balance): string {
  if (waiting === 0 && free === 0) return 'No mentee waits, and no seat is free.'
  if (waiting === 0) return `No mentee waits; ${many(free, 'seat')} ${free === 1 ? 'is' : 'are'} free.`
  const wait = `${capital(many(waiting, 'mentee'))} ${waiting === 1 ? 'waits' : 'wait'}`
  if (free === 0) return `${wait}, and no seat is free: mentors are what is needed.`
  if (free < waiting) return `${wait} for ${many(free, 'free seat')}: ${many(waiting - free, 'seat')} too few.`
  return `${wait}, and there are seats for all: ${many(free, 'seat')} ${free === 1 ? 'is' : 'are'} free.`
}

export function seatsHint({ waiting, free }: Balance): string {
  if (free < waiting) return `${many(waiting - free, 'seat')} too few`
  return waiting === 0 ? 'nobody waits for one' : 'enough for all who wait'
}
