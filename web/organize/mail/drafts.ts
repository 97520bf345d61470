import type { Words } from './answers.ts'

/** What an organizer has typed and not saved, by the id of the phrase; `null`: back to the original. */
export type Drafts = Readonly<Record<string, string | null>>

/** Those that differ from what is stored; what is typed just like the original is the original. */
export function changesIn({ phrases }: Pick<Words, 'phrases'>, drafts: Drafts): Record<string, string | null> {
  const changes: Record<string, string | null> = {}
  for (const { id, original, text } of phrases) {
    const typed = drafts[id]
    if (typed === undefined) continue
    const wanted = typed === original ? null : typed
    if (wanted !== (text ?? null)) changes[id] = wanted
  }
  return changes
}

/** What is still of use of the drafts when the words have changed meanwhile. */
export const mergedWith = ({ phrases }: Pick<Words, 'phrases'>, drafts: Drafts): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([id]) => phrases.some((phrase) => phrase.id === id)))
