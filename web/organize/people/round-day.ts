import { dayHere } from '../parts/times.ts'

const BEGINNING = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/

/** A round's id begins with the moment it started: `Round of Nov 23, 2026` for `20261123T054701277Z-f7288edc`. */
export function startOfRound(roundId: string): string {
  const [whole, year, month, day, hour, minute, second] = BEGINNING.exec(roundId) ?? []
  return whole ? `Round of ${dayHere(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)}` : 'A round'
}
