import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type * as z from 'zod'
import type { Problem } from '../api.ts'
import { useAsking } from './asking.ts'

type State<T> = { path?: string; value?: T; problem?: Problem }

/**
 * What the API answers to a path, read when the page opens and when the path changes. While it is read again the old
 * value stays. `schema` must be the same object each time. An undefined path reads nothing.
 */
export function useLoaded<T>(schema: z.ZodType<T>, path: string | undefined) {
  const { ask } = useAsking()
  const [state, setState] = useState<State<T>>({})
  const running = useRef<AbortController>(undefined)
  const read = useCallback(async () => {
    running.current?.abort()
    if (path === undefined) return
    const mine = new AbortController()
    running.current = mine
    const answer = await ask(schema, { method: 'GET', path, signal: mine.signal })
    if (mine.signal.aborted) return
    setState((before) => {
      if (answer.ok) return { path, value: answer.value }
      return { ...(before.path === path ? before : { path }), problem: answer.problem }
    })
  }, [ask, schema, path])
  useEffect(() => {
    void read()
    return () => running.current?.abort()
  }, [read])
  const current = state.path === path ? state : {}
  return {
    value: current.value,
    problem: current.problem,
    /** Reads it again. */
    reload: read,
    /** Shows this instead, e.g. what a change has answered; what is under way is older and not waited for. */
    show: (value: T) => {
      running.current?.abort()
      setState({ ...(path !== undefined && { path }), value })
    },
    /** Shows something else made of what is shown then, e.g. at once, before the API has answered. */
    change: (changed: (value: T) => T) =>
      setState((before) => (before.value === undefined ? before : { ...before, value: changed(before.value) })),
  }
}
