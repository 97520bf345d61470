import { useEffect } from 'preact/hooks'
import { useLoaded } from '../use-loaded.ts'
import { Round } from './answers.ts'
import { isGoing } from './phases.ts'

/** Milliseconds between two looks at a round that works; while nobody looks at the page, fewer. */
const LOOK_EVERY = 1_000
const LOOK_UNSEEN_EVERY = 10_000

/** One round, looked at again and again as long as it works on something. */
export function useRound(roundId: string | undefined) {
  const loaded = useLoaded(Round, roundId === undefined ? undefined : `/organizer/rounds/${roundId}`)
  const { value, problem, reload } = loaded
  const over = problem?.status === 401 || problem?.status === 404
  useEffect(() => {
    if (!value || !isGoing(value) || over) return
    const timer = setTimeout(reload, document.hidden ? LOOK_UNSEEN_EVERY : LOOK_EVERY)
    return () => clearTimeout(timer)
  }, [value, problem])
  return loaded
}
