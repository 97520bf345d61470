import { type EventValues, isSame, VALUE_NAMES, type ValueName } from './event-values.ts'

/** Somebody else saved while this form was being filled in. */
export type Merged = {
  /** What to go on with: their changes, and one's own where both changed the same. */
  values: EventValues
  /** Changed by them alone: taken over. */
  taken: ValueName[]
  /** Changed by both, to something else. */
  clashing: ValueName[]
}

/** `before`: as it was when the form was opened. Nothing that either of the two typed is lost. */
export function merged(before: EventValues, mine: EventValues, theirs: EventValues): Merged {
  const theirChanges = VALUE_NAMES.filter((name) => !isSame(before, theirs, name))
  const isMine = (name: ValueName) => !isSame(before, mine, name)
  const taken = theirChanges.filter((name) => !isMine(name))
  return {
    values: withValues(mine, theirs, taken),
    taken,
    clashing: theirChanges.filter((name) => isMine(name) && !isSame(mine, theirs, name)),
  }
}

/** With some of the values of another one. */
export const withValues = (values: EventValues, other: EventValues, names: readonly ValueName[]): EventValues => ({
  ...values,
  ...Object.fromEntries(names.map((name) => [name, other[name]])),
})
