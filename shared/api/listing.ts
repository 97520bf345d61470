import * as z from 'zod'

/** What a list takes; lists add their own filters. */
export const listing = () => ({
  cursor: z
    .string()
    .max(2000)
    .optional()
    .describe('The `nextCursor` of the page before. It is opaque, and good for the same filters alone.'),
})

/** One page of a list. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z
      .string()
      .optional()
      .describe('There is more, even if this page is short or empty: ask again with `?cursor=` and this.'),
  })
