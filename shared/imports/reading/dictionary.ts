import type { Term } from '../../domain/taxonomy.ts'
import { distance } from './distance.ts'
import { wordsOf } from './words.ts'

/** Finds the code for what somebody wrote: the code itself, the name, a part of it, or another word for it. */
export type Dictionary<Code extends string = string> = {
  find(text: string): Code | undefined
  /** The name that is nearest, for “Did you mean …?”. */
  nearest(text: string): string | undefined
}

type Made<Code extends string> = {
  terms: readonly Term<Code>[]
  also?: Partial<Record<Code, readonly string[]>>
  /** Words that say nothing here, e.g. `shift` in `day shift`. */
  without?: readonly string[]
  /** What people write behind it, e.g. `ASCP` in `MLS ASCP`. */
  endings?: readonly string[]
}

/** A name this long, in letters, may have a slip for each three of them; but never more than three. */
const LETTERS_A_SLIP = 3
const MOST_SLIPS = 3
const LONGEST_GUESSED = 60
const MOST_REMEMBERED = 2000

export function dictionary<Code extends string>({
  terms,
  also = {},
  without = [],
  endings = [],
}: Made<Code>): Dictionary<Code> {
  const spelled = (text: string) => {
    const words = wordsOf(text).split(' ')
    const kept = words.filter((word) => !without.includes(word))
    return (kept.length ? kept : words).join(' ')
  }
  const codes = new Map<string, Code | undefined>()
  const teach = (text: string, code: Code) => {
    const words = spelled(text)
    // What could be two codes is neither.
    if (words) codes.set(words, codes.has(words) && codes.get(words) !== code ? undefined : code)
  }
  for (const { code, name } of terms) for (const part of partsOf(name)) teach(part, code)
  const names = new Map<string, string>()
  for (const { code, name } of terms) {
    // Codes and whole names mean what they say, whatever parts of other names do.
    for (const text of [code, name, ...(also[code] ?? [])]) codes.set(spelled(text), code)
    names.set(code, name)
  }

  const shortened = (text: string) => {
    const words = spelled(text).split(' ')
    return words.slice(0, words.findLastIndex((word) => !endings.includes(word)) + 1).join(' ')
  }

  /** Lists say the same again and again. */
  const remembered = new Map<string, Code | undefined>()

  return {
    find(text) {
      if (remembered.has(text)) return remembered.get(text)
      if (remembered.size === MOST_REMEMBERED) remembered.clear()
      // “MLS(ASCP)CM”: what stands in brackets at the end may be left out.
      const bare = /^([^()]+)\([^()]*\)\w*$/.exec(text.trim())?.[1]
      const code = codes.get(spelled(text)) ?? codes.get(spelled(bare ?? '')) ?? codes.get(shortened(text))
      remembered.set(text, code)
      return code
    },

    nearest(text) {
      const words = spelled(text)
      if (words.length > LONGEST_GUESSED) return undefined
      let least = Math.min(MOST_SLIPS, Math.floor(words.length / LETTERS_A_SLIP))
      let found: string | undefined
      for (const [known, code] of codes) {
        if (!code || known.length < LETTERS_A_SLIP) continue
        const slips = distance(words, known, least)
        if (slips > least || (found && slips === least)) continue
        least = slips
        found = names.get(code)
      }
      return found
    },
  }
}

/** `Blood bank / transfusion service (any)` is also called `Blood bank` and `transfusion service`. */
const partsOf = (name: string): string[] =>
  name
    .replace(/\(.*\)/s, '')
    .split(/[/,]/)
    .map((part) => part.trim())
