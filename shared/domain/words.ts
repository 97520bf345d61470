import * as z from 'zod'

/** What organizers say in words of their own in one kind of mail, beside what we say. */

/** By the ids of the phrases, with merge fields in braces. */
export const EditedPhrases = z.record(z.string(), z.string())
export type EditedPhrases = z.output<typeof EditedPhrases>

export const EditedWords = z.strictObject({
  kind: z.string(),
  phrases: EditedPhrases,
  /** 0: nobody has ever edited them. */
  version: z.int(),
})
export type EditedWords = z.output<typeof EditedWords>

export const originalWords = (kind: string): EditedWords => ({ kind, phrases: {}, version: 0 })

/** With what is new; `null` takes a text back. */
export const withPhrases = (before: EditedPhrases, changes: Readonly<Record<string, string | null>>): EditedPhrases =>
  Object.fromEntries(
    Object.entries<string | null>({ ...before, ...changes }).flatMap(([id, text]) =>
      text === null ? [] : [[id, text]],
    ),
  )
