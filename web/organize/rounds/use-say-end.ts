import { useEffect, useRef } from 'preact/hooks'
import { useNotices } from '../notices.tsx'
import type { Round } from './answers.ts'
import { isGoing } from './phases.ts'
import { endOf } from './round-words.ts'

/** Says it when a round that somebody watches has stopped working. */
export function useSayEnd(round: Round | undefined): void {
  const say = useNotices()
  const wasGoing = useRef(false)
  const going = round && isGoing(round)
  useEffect(() => {
    if (round && !going && wasGoing.current) say(endOf(round))
    if (round) wasGoing.current = isGoing(round)
  }, [going])
}
