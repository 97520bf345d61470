import { whenIn } from '../when.ts'

/** What is on next, so far as the page says it. */
type Shown = { eventId: string; title: string; timeZone: string; startsAt: string }

const MOST = 3

/** The next events, in their own zone. Without an answer the page says nothing of them. */
export async function tellNextEvents(): Promise<void> {
  const response = await fetch('/api/events')
  const said: unknown = response.ok ? await response.json() : undefined
  const items = typeof said === 'object' && said && 'items' in said && Array.isArray(said.items) ? said.items : []
  const place = document.getElementById('next-events')
  if (!place || !response.ok) return
  const events = items.filter(isShown).slice(0, MOST)
  if (events.length === 0) {
    const none = document.createElement('p')
    none.textContent = 'No date is set yet. The next one stands here as soon as it is known.'
    return place.replaceChildren(none)
  }
  const list = document.createElement('ul')
  list.className = 'cards'
  list.append(...events.map(card))
  place.replaceChildren(list)
}

function card({ eventId, title, timeZone, startsAt }: Shown): HTMLElement {
  const link = document.createElement('a')
  link.href = `/event?id=${encodeURIComponent(eventId)}`
  link.textContent = title
  const heading = document.createElement('h3')
  heading.append(link)
  const when = document.createElement('p')
  when.textContent = whenIn(timeZone, startsAt)
  const item = document.createElement('li')
  item.className = 'card'
  item.append(heading, when)
  return item
}

const isShown = (event: unknown): event is Shown =>
  typeof event === 'object' &&
  event !== null &&
  ['eventId', 'title', 'timeZone', 'startsAt'].every(
    (field) => field in event && typeof Reflect.get(event, field) === 'string',
  )
