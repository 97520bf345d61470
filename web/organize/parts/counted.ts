/** Counts as they stand in a sentence. */

/** `12,345`. */
export const figure = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** `no mentee`, `1 mentee`, `12 mentees`. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  count === 0 ? `no ${one}` : `${figure(count)} ${count === 1 ? one : several}`

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** `Ohio`, `Ohio and Texas`, `Ohio, Iowa and Texas`. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words)

export const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** `12`, `1.2K`: what fits into a tile. */
export const short = (count: number): string =>
  new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(count)

const MINUTE = 60_000

/** How old a count is: `just now`, `5 minutes ago`, `2 hours ago`. */
export function ago(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / MINUTE)
  if (minutes < 1) return 'just now'
  if (minutes < 120) return `${many(minutes, 'minute')} ago`
  return `${many(Math.floor(minutes / 60), 'hour')} ago`
}
