import { useEffect } from 'preact/hooks'
import { useAsking } from '../../asking.ts'
import { FoundPerson } from '../answers.ts'
import { nameOf } from '../names.ts'
import type { RoundProps } from '../one-round.tsx'
import { naming } from './wishes.ts'

/** A round knows its pins by id: looks up the names of the two. */
export function useNames({ wishes, onWish }: Pick<RoundProps, 'wishes' | 'onWish'>): void {
  const { ask } = useAsking()
  const nameless = wishes.pins.filter(({ names }) => !names)
  useEffect(() => {
    if (nameless.length === 0) return
    let left = false
    const nameFor = async (id: string) => {
      const answer = await ask(FoundPerson, { method: 'GET', path: `/organizer/profiles/${id}` })
      if (answer.ok) return nameOf(answer.value)
      return answer.problem.status === 404 ? nameOf(undefined) : 'Somebody'
    }
    for (const { menteeId, mentorId } of nameless) {
      void Promise.all([nameFor(menteeId), nameFor(mentorId)]).then(([mentee, mentor]) => {
        if (!left) onWish((before) => naming(before, { menteeId, mentorId, names: { mentee, mentor } }))
      })
    }
    return () => {
      left = true
    }
  }, [nameless.length === 0])
}
