import { useRef, useState } from 'preact/hooks'
import type { Answer, Problem } from '../api.ts'

/**
 * One request at a time: whether it is under way, and what went wrong with the last one. `send` answers undefined when
 * another one is still under way (a second press of the button).
 */
export function useRequest() {
  const underWay = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const send = async <T>(request: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    setBusy(true)
    setProblem(undefined)
    const answer = await request()
    underWay.current = false
    setBusy(false)
    if (!answer.ok) setProblem(answer.problem)
    return answer
  }

  return { busy, problem, send }
}
