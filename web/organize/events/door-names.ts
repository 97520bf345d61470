import type { OnDoorList } from './answers.ts'

type Names = { inSeats: OnDoorList[]; waiting: OnDoorList[] }

const byName = new Intl.Collator('en-US', { sensitivity: 'base' })

/** A to Z by last name: those who have a seat, and those who are asked about one or wait. */
export function doorNames(people: readonly OnDoorList[]): Names {
  const sorted = people.toSorted(
    (one, other) => byName.compare(one.lastName, other.lastName) || byName.compare(one.firstName, other.firstName),
  )
  return {
    inSeats: sorted.filter(({ status }) => status === 'confirmed'),
    waiting: sorted.filter(({ status }) => status !== 'confirmed'),
  }
}
