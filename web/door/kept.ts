import { delMany, entries, get, keys, set, update } from 'idb-keyval'
import * as z from 'zod'
import { DoorEvent, Person } from './answers.ts'
import { Tap } from './taps.ts'

/**
 * What stays on this phone, so that the door works without a network: the lists, with names and nothing else, until a day
 * after their event or until somebody signs out; and the taps that wait to be sent, which have no names.
 */
const List = z.object({ event: DoorEvent, people: z.array(Person), asOf: z.string(), clockBehind: z.number() })
/** `clockBehind`: how many milliseconds this phone's clock was behind the server's, when the list was read. */
export type List = z.output<typeof List>

const DAY = 86_400_000
const TAPS = 'taps'
const listKey = (eventId: string) => `list#${eventId}`

export const keepList = (list: List): Promise<void> => set(listKey(list.event.eventId), list)
export const readList = async (eventId: string): Promise<List | undefined> =>
  List.safeParse(await get(listKey(eventId))).data

/** All lists that are kept. Those of events that are over for a day, or that we cannot read any more, are forgotten. */
export async function readLists(now: Date): Promise<List[]> {
  const all = (await entries()).filter(([key]) => key !== TAPS)
  const read = all.map(([key, value]) => ({ key, list: List.safeParse(value).data }))
  const isFresh = (list: List | undefined) => list && Date.parse(list.event.endsAt) + DAY > now.getTime()
  await delMany(read.filter(({ list }) => !isFresh(list)).map(({ key }) => key))
  return read.flatMap(({ list }) => (list && isFresh(list) ? [list] : []))
}

export const forgetLists = async (): Promise<void> => delMany((await keys()).filter((key) => key !== TAPS))

const tapsIn = (value: unknown): Tap[] => z.array(Tap).safeParse(value).data ?? []
export const readTaps = async (): Promise<Tap[]> => tapsIn(await get(TAPS))
export const addTap = (tap: Tap): Promise<void> => update(TAPS, (value) => [...tapsIn(value), tap])
export const dropTap = ({ key }: Tap): Promise<void> =>
  update(TAPS, (value) => tapsIn(value).filter((tap) => tap.key !== key))
