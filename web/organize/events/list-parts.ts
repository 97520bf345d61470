import * as z from 'zod'

/** An attendee list that comes back as `attendees.json` gave it. What is in each item, the API checks. */
const ExportedList = z.object({ items: z.array(z.looseObject({})), total: z.int().min(0), asOf: z.string() })

/** Lambda takes 6 MB, counts a quote twice, and some characters have three bytes: so many are safe. */
const MOST_CHARACTERS = 1_500_000

type Part = { items: unknown[]; total: number; asOf: string }
export type Parts = { ok: true; total: number; parts: Part[] } | { ok: false; error: string }

/** The list in parts that the API takes, in their order. */
export function partsOf(text: string, most = MOST_CHARACTERS): Parts {
  const list = read(text)
  if (!list) return { ok: false, error: 'This is not a list that was downloaded here as JSON.' }
  const { items, total, asOf } = list
  const parts: Part[] = []
  let size = most
  for (const item of items) {
    const more = JSON.stringify(item).length
    if (size + more > most) {
      parts.push({ items: [], total, asOf })
      size = 0
    }
    parts.at(-1)?.items.push(item)
    size += more
  }
  return { ok: true, total, parts }
}

function read(text: string): z.output<typeof ExportedList> | undefined {
  try {
    return ExportedList.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
