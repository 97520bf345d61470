/** Ids by their UTF-16 code units: the same order on every machine, whatever its language. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0
