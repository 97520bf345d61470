import { useState } from 'preact/hooks'
import { Button } from '../../../parts/feedback.tsx'
import type { FoundPerson } from '../answers.ts'
import { nameOf } from '../names.ts'
import { FindPerson } from './find-person.tsx'
import type { WishedPair } from './wishes.ts'

/** Chooses a mentee and a mentor by name, to be paired whatever their score is. */
export function AddPin({ onAdd }: { onAdd: (pair: WishedPair) => void }) {
  const [open, setOpen] = useState(false)
  const [mentee, setMentee] = useState<FoundPerson>()
  const [mentor, setMentor] = useState<FoundPerson>()
  const [missing, setMissing] = useState(false)
  const close = () => {
    setOpen(false)
    setMentee(undefined)
    setMentor(undefined)
    setMissing(false)
  }
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Pin a pair by hand
      </Button>
    )
  }
  const add = () => {
    if (!mentee || !mentor) return setMissing(true)
    const names = { mentee: nameOf(mentee), mentor: nameOf(mentor) }
    onAdd({ menteeId: mentee.profileId, mentorId: mentor.profileId, names })
    close()
  }
  return (
    <>
      <FindPerson who="mentee" chosen={mentee} onChoose={setMentee} />
      <FindPerson who="mentor" chosen={mentor} onChoose={setMentor} />
      <div role="alert">
        {missing && !(mentee && mentor) ? <p class="error">Please choose a mentee and a mentor first.</p> : null}
      </div>
      <div class="actions">
        <Button onClick={add}>Pin these two</Button>
        <Button kind="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </>
  )
}
