import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { useAsking } from '../asking.ts'
import { pathOf } from '../use-list.ts'
import { DoorPage, type OnDoorList } from './answers.ts'
import { eventPath } from './paths.ts'

/** The whole door list, page after page; `read`: how many names have come so far. */
export function useDoorList(eventId: string) {
  const { ask } = useAsking()
  const [list, setList] = useState<{ items: OnDoorList[]; asOf: string }>()
  const [read, setRead] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const leaving = new AbortController()
    const readAll = async () => {
      const items: OnDoorList[] = []
      let cursor: string | undefined
      do {
        const path = pathOf(eventPath(eventId, 'door'), { cursor })
        const answer = await ask(DoorPage, { method: 'GET', path, signal: leaving.signal })
        if (leaving.signal.aborted) return
        if (!answer.ok) return setProblem(answer.problem)
        items.push(...answer.value.items)
        setRead(items.length)
        cursor = answer.value.nextCursor
        if (!cursor) setList({ items, asOf: answer.value.asOf })
      } while (cursor)
    }
    void readAll()
    return () => leaving.abort()
  }, [eventId, ask])
  return { list, read, problem }
}
