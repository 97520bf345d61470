import { useEffect, useState } from 'preact/hooks'
import { useAsking } from '../asking.ts'
import { Named } from './answers.ts'

const GONE = 404

/** Names by profile, as they come; of who has left meanwhile, null. `ids` may be a new array each time. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string | null> {
  const { ask } = useAsking()
  const [names, setNames] = useState<ReadonlyMap<string, string | null>>(new Map())
  const wanted = ids.join()
  useEffect(() => {
    const leaving = new AbortController()
    const read = async (id: string) => {
      const path = `/organizer/profiles/${encodeURIComponent(id)}`
      const answer = await ask(Named, { method: 'GET', path, signal: leaving.signal })
      if (leaving.signal.aborted) return
      const name = answer.ok ? `${answer.value.firstName} ${answer.value.lastName}` : null
      if (answer.ok || answer.problem.status === GONE) setNames((before) => new Map(before).set(id, name))
    }
    for (const id of ids) void read(id)
    return () => leaving.abort()
  }, [ask, wanted])
  return names
}
