import * as z from 'zod'
import { type Answer, ask } from '../api.ts'
import { EventView } from './views.ts'

const Page = z.object({ items: z.array(EventView), nextCursor: z.string().optional() })
type Page = z.output<typeof Page>
type Wanted = { kind: EventView['kind'] | undefined; cursor?: string | undefined }

/** The next events. A page may have none of the kind that is wanted, and others after it: those are looked at too. */
export async function loadEvents({ kind, cursor }: Wanted): Promise<Answer<Page>> {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(cursor && { cursor }) })
  const answer = await ask(Page, { method: 'GET', path: `/events?${query}` })
  if (!answer.ok || answer.value.items.length > 0 || !answer.value.nextCursor) return answer
  return loadEvents({ kind, cursor: answer.value.nextCursor })
}
