import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Person } from './answers.ts'
import { nameOf } from './words.ts'

type Wanted = 'active' | 'paused'

/** Pauses somebody or brings them back: shown at once, taken back when the server refuses, and with a way to undo it. */
export function useStanding(onChange: (person: Person) => void) {
  const { ask } = useAsking()
  const say = useNotices()
  const change = async (person: Person, status: Wanted, undoing = false): Promise<void> => {
    onChange({ ...person, status })
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}`
    const answer = await ask(Person, { method: 'PATCH', path, body: { status } })
    if (!answer.ok) {
      onChange(person)
      say({ words: answer.problem.sentence, bad: true })
      return
    }
    onChange(answer.value)
    const back = otherThan(status)
    const undo = undoing || person.status !== back ? undefined : () => void change(answer.value, back, true)
    say({ words: wordsOf(answer.value), ...(undo && { undo }) })
  }
  return (person: Person, status: Wanted) => change(person, status)
}

const otherThan = (status: Wanted): Wanted => (status === 'active' ? 'paused' : 'active')

const wordsOf = (person: Person): string =>
  person.status === 'paused'
    ? `${nameOf(person)} is paused: no round pairs them with anybody new.`
    : `${nameOf(person)} takes part again.`
