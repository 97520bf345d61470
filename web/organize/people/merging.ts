import { ANSWERED, type Answered } from '../../form/in-words.ts'
import type { Values } from '../../form/values.ts'

/** Two people change the same profile at the same time: who changed what, and what comes of it. */

/** The address is what was confirmed; no form changes it. */
const FIELDS = ANSWERED.filter((field) => field !== 'email')

/** `theirs`: changed by the other one alone. `both`: changed by both, to something else. */
export type Clash = { theirs: Answered[]; both: Answered[] }

/** `base`: as it was when the form was opened. */
export function clashOf(base: Values, mine: Values, theirs: Values): Clash {
  const changed = FIELDS.filter((field) => differs(field, base, theirs))
  const isMine = (field: Answered) => differs(field, base, mine)
  return {
    theirs: changed.filter((field) => !isMine(field)),
    both: changed.filter((field) => isMine(field) && differs(field, mine, theirs)),
  }
}

/** Their profile with what I changed, but for the fields that are left as they have them. Nothing typed is lost. */
export function joined(base: Values, mine: Values, theirs: Values, leave: ReadonlySet<Answered>): Values {
  const kept = FIELDS.filter((field) => differs(field, base, mine) && !leave.has(field))
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) }
}

const differs = (field: Answered, one: Values, other: Values): boolean => asText(one[field]) !== asText(other[field])

/** Lists are sets here: their order says nothing. */
const asText = (value: Values[Answered]): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
