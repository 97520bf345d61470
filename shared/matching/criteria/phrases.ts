/** Small turns of English that several sentences need. */

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** "1 hour", "12 hours". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/**
 * A name from the taxonomy as it stands inside a sentence: "Certification exam preparation / new specialty" becomes
 * "certification exam preparation"; abbreviations such as LIS keep their capitals.
 */
export function shortName({ name }: { readonly name: string }): string {
  const short = name.split(/ \/ | \(|, /)[0] ?? name
  return /^[A-Z][^A-Z]/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
}
