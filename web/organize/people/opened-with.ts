/**
 * The filters with which the list of people opens next, when a number elsewhere leads there. In memory, since addresses
 * have ids alone.
 */
type Filters = { role?: string; status?: string; state?: string }

let next: Filters = {}

export const openPeopleWith = (filters: Filters): void => {
  next = filters
}

/** Answers once: who comes by the menu later sees everybody. */
export function openedWith(): Filters {
  const filters = next
  next = {}
  return filters
}
