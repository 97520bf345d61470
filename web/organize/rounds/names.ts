import type { PersonName } from './answers.ts'

/** Somebody of a round by name, as long as they are here. */
export const nameOf = (person: PersonName | undefined): string =>
  person ? `${person.firstName} ${person.lastName}` : 'Somebody who has left'
