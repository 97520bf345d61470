import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { useAsking } from '../asking.ts'
import { pathOf } from '../use-list.ts'
import { type Entry, Page } from './answers.ts'
import { dayIn, utcDaysOf } from './days.ts'

/** A day in UTC that is not read to its end yet. */
type Left = { day: string; cursor?: string | undefined }
type State = { key?: string; items: Entry[]; left: Left[]; problem?: Problem }

/** A part of the day can be empty: so many are asked for before somebody has to press. */
const MOST_EMPTY = 10

/** The trail of a day on the clock of whoever looks, page after page, in the order in which things were done. */
export function useTrail(day: string, timeZone: string) {
  const { ask } = useAsking()
  const key = `${day} ${timeZone}`
  const begin = useMemo(() => utcDaysOf(timeZone, day).map((utc): Left => ({ day: utc })), [key])
  const [state, setState] = useState<State>({ items: [], left: [] })
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController>(undefined)

  const read = async (found: Entry[], ahead: Left[]) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setBusy(true)
    let [items, left] = [found, ahead]
    for (let asked = 0; asked < MOST_EMPTY; asked++) {
      const [next, ...rest] = left
      if (!next) break
      const answer = await ask(Page, { method: 'GET', path: pathOf('/organizer/audit', next), signal: mine.signal })
      if (mine.signal.aborted) return
      if (!answer.ok) {
        setState({ key, items, left, problem: answer.problem })
        setBusy(false)
        return
      }
      const { nextCursor: cursor } = answer.value
      const more = answer.value.items.filter(({ at }) => dayIn(timeZone, at) === day)
      items = [...items, ...more]
      left = cursor ? [{ day: next.day, cursor }, ...rest] : rest
      if (more.length > 0) break
    }
    setState({ key, items, left })
    setBusy(false)
  }

  useEffect(() => {
    void read([], begin)
    return () => running.current?.abort()
  }, [key])

  const { items, left, problem } = state
  const fresh = state.key === key
  return {
    /** Undefined until the first page of this day is there. */
    items: fresh ? items : undefined,
    busy,
    problem: fresh ? problem : undefined,
    more: fresh && left.length > 0 ? () => void (busy || read(items, left)) : undefined,
  }
}
