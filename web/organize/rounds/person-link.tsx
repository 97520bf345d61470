import { to } from '../place.ts'
import type { PersonName } from './answers.ts'
import { nameOf } from './names.ts'

/** The name of somebody, and the way to their profile as long as they are here. */
export const PersonLink = ({ id, name }: { id: string; name: PersonName | undefined }) =>
  name ? <a href={to('people', id)}>{nameOf(name)}</a> : nameOf(name)
