import * as z from 'zod'
import { EventValues } from './event-values.ts'

/**
 * What an organizer has typed into the form of an event and not saved, kept while the tab is open: a reload, or a
 * sign-in that ended, loses nothing.
 */
const Kept = z.object({
  typed: EventValues,
  /** What the form was opened with, and the version that it had then. */
  before: EventValues,
  version: z.int(),
})
export type Kept = z.output<typeof Kept>

const nameOf = (form: string) => `benchmate.organize.event.${form}`

/** `form`: an event's id, or `new`. */
export function keptValues(form: string): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(sessionStorage.getItem(nameOf(form)) ?? 'null')).data
  } catch {
    return undefined
  }
}

/** Undefined forgets it. A browser may refuse to store anything: then nothing is kept, and all else works. */
export function keepValues(form: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(nameOf(form), JSON.stringify(kept))
    else sessionStorage.removeItem(nameOf(form))
  } catch {
    // Full, or switched off.
  }
}
