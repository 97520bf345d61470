import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import * as z from 'zod'
import type { Problem } from '../api.ts'
import { useAsking } from './asking.ts'

type Query = Readonly<Record<string, string | undefined>>
type State<T> = { key?: string; items: T[]; cursor?: string | undefined; problem?: Problem | undefined }

/** An answer can be empty and still have more after it: so many are asked for before somebody has to press. */
const MOST_EMPTY = 10

/** `/organizer/profiles?role=mentor`; what is undefined or empty is left out. */
export function pathOf(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/**
 * A list of the API, page after page; begun anew when the path or the query changes. What was shown stays until the
 * first page of the new one is there. `item` must be the same object each time.
 */
export function useList<T>(item: z.ZodType<T>, path: string, query: Query = {}) {
  const { ask } = useAsking()
  const key = pathOf(path, query)
  const page = useMemo(() => z.object({ items: z.array(item), nextCursor: z.string().optional() }), [item])
  const [state, setState] = useState<State<T>>({ items: [] })
  const [busy, setBusy] = useState(false)
  const [times, setTimes] = useState(0)
  const running = useRef<AbortController>(undefined)

  const read = async (before: State<T>) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setBusy(true)
    let { items, cursor } = before
    for (let asked = 0; asked < MOST_EMPTY; asked++) {
      const address = pathOf(path, { ...query, cursor })
      const answer = await ask(page, { method: 'GET', path: address, signal: mine.signal })
      if (mine.signal.aborted) return
      if (!answer.ok) {
        setState({ ...before, key, items, cursor, problem: answer.problem })
        break
      }
      items = [...items, ...answer.value.items]
      cursor = answer.value.nextCursor
      setState({ key, items, cursor })
      if (!cursor || answer.value.items.length > 0) break
    }
    setBusy(false)
  }

  useEffect(() => {
    void read({ items: [] })
    return () => running.current?.abort()
  }, [key, page, times])

  const { items, problem } = state
  /** That nobody is there is not known. */
  const isRefused = problem !== undefined && items.length === 0
  return {
    /** Undefined until the first answer; of the query before, until that of the new one is there. */
    items: state.key === undefined || isRefused ? undefined : items,
    /** Those shown are what was asked for, not what was asked for before. */
    fresh: state.key === key,
    busy,
    problem,
    /** Undefined when that is all. What was refused is asked for once more. */
    more: (state.cursor || problem) && state.key === key ? () => void (busy || read(state)) : undefined,
    reload: () => setTimes((before) => before + 1),
    /** Shows something else in the place of some, e.g. at once, before the API has answered. */
    change: (changed: (items: T[]) => T[]) => setState((before) => ({ ...before, items: changed(before.items) })),
  }
}
