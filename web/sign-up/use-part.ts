import { useEffect, useState } from 'preact/hooks'
import * as z from 'zod'
import { PARTS, type Part } from '../form/steps.ts'

const State = z.object({ part: z.enum(PARTS) })

const partNow = (): Part => State.safeParse(history.state).data?.part ?? PARTS[0]

/** The part of the form that is shown. Each is a step in the browser's history, so that its back button goes back one. */
export function usePart(): [part: Part, go: (part: Part) => void] {
  const [part, setPart] = useState(partNow)
  useEffect(() => {
    const follow = () => setPart(partNow())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = (next: Part) => {
    if (next !== partNow()) history.pushState({ part: next }, '')
    setPart(next)
  }
  return [part, go]
}
