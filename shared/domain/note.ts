import * as z from 'zod'

/** What an organizer noted about somebody, for the other organizers. Whom it is about can download it. */
export const Note = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  /** Who wrote it: see `whoseToken`. */
  who: z.string(),
  text: z.string(),
})
export type Note = z.output<typeof Note>

/** A note as organizers see it. */
export const noteView = ({ id, ...note }: Note) => ({ noteId: id, ...note })
