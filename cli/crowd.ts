import { statSync } from 'node:fs'
import type { Person } from '../shared/matching/person.ts'
import type { PoolError } from '../shared/matching/pool.ts'
import { InputError } from './input-error.ts'
import type { Bar } from './progress.ts'
import { readPeople } from './read-people.ts'

/** The n-th of the people stands on the n-th of the lines. */
export type Crowd = { people: Person[]; lines: number[] }

/** Everybody in a file. Throws an InputError that names the line and the field. */
export async function readCrowd(file: string, bar: Bar): Promise<Crowd> {
  bar.enter('reading')
  const crowd: Crowd = { people: [], lines: [] }
  const size = statSync(file, { throwIfNoEntry: false })?.size
  for await (const { person, line } of readPeople(file, (bytes) => bar.reach(size ? bytes / size : 0))) {
    crowd.people.push(person)
    crowd.lines.push(line)
  }
  return crowd
}

/** An error in somebody's entry, told with the line it stands on; when two have the same id, that of the second. */
export function withLine({ people, lines }: Crowd, { id, field, message }: PoolError): InputError {
  const first = people.findIndex((person) => person.id === id)
  const second = people.findIndex((person, n) => n > first && person.id === id)
  return new InputError(`line ${lines[Math.max(first, second)]}: ${field}: ${message}`)
}
