import { type Answer, ask } from '../api.ts'
import { DoorPage, type Person } from './answers.ts'
import { keepList, type List } from './kept.ts'

/** Reads the door list, page after page, and keeps it on this phone. */
export async function readDoor(eventId: string, token: string): Promise<Answer<List>> {
  const people: Person[] = []
  let cursor: string | undefined
  for (;;) {
    const query = cursor ? `?${new URLSearchParams({ cursor })}` : ''
    const path = `/organizer/events/${encodeURIComponent(eventId)}/door${query}`
    const answer = await ask(DoorPage, { method: 'GET', path, token })
    if (!answer.ok) return answer
    const { event, asOf, items, nextCursor } = answer.value
    people.push(...items)
    cursor = nextCursor
    if (cursor) continue
    const list = { event, people, asOf, clockBehind: Date.parse(asOf) - Date.now() }
    await keepList(list)
    return { ok: true, value: list }
  }
}

/** The list with what the server has just said of one person. */
export const withAnswer = (list: List, registrationId: string, checkedInAt: string | undefined): List => ({
  ...list,
  people: list.people.map((person) => {
    if (person.registrationId !== registrationId) return person
    const { checkedInAt: _before, ...rest } = person
    return checkedInAt ? { ...rest, checkedInAt } : rest
  }),
})
