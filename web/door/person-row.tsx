import type { Person } from './answers.ts'
import { clock } from './words.ts'

type Props = { person: Person; timeZone: string; onCheckIn: () => void; onUndo: () => void }

/** One person on the list. Its button stays the same element, so that the focus stays where it is. */
export function PersonRow({ person, timeZone, onCheckIn, onUndo }: Props) {
  const { firstName, lastName, status, checkedInAt } = person
  const name = `${firstName} ${lastName}`
  return (
    <li class={checkedInAt ? 'person in' : 'person'}>
      <span class="name">
        <strong>{name}</strong>
        <small>{standing(person, timeZone)}</small>
      </span>
      {status === 'confirmed' ? (
        <button
          type="button"
          class={checkedInAt ? 'button quiet' : 'button'}
          aria-label={checkedInAt ? `Undo the check-in of ${name}` : `Check in ${name}`}
          onClick={checkedInAt ? onUndo : onCheckIn}
        >
          {checkedInAt ? 'Undo' : 'Check in'}
        </button>
      ) : null}
    </li>
  )
}

function standing({ status, checkedInAt }: Person, timeZone: string): string {
  if (checkedInAt) return `In since ${clock(checkedInAt, timeZone)}`
  return status === 'confirmed' ? 'Expected' : 'In line, has no seat'
}
