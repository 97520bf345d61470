import { useId, useState } from 'preact/hooks'
import { SearchBox } from '../../parts/search-box.tsx'
import { useList } from '../../use-list.ts'
import { FoundPerson } from '../answers.ts'
import { nameOf } from '../names.ts'

type Role = 'mentee' | 'mentor'
type Props = { who: Role; chosen: FoundPerson | undefined; onChoose: (person: FoundPerson) => void }

/** Somebody who takes part now, found by a piece of their name. */
export function FindPerson({ who, chosen, onChoose }: Props) {
  const [q, setQ] = useState('')
  return (
    <div class="find-person">
      <SearchBox label={`Find the ${who} by name`} value={q} onSearch={setQ} />
      {q ? <Found who={who} q={q} chosen={chosen} onChoose={onChoose} /> : null}
      {chosen ? (
        <p>
          The {who}: <strong>{nameOf(chosen)}</strong>
        </p>
      ) : null}
    </div>
  )
}

/** More would not be read: a longer piece of the name finds fewer. */
const MOST_SHOWN = 8

function Found({ who, q, chosen, onChoose }: Props & { q: string }) {
  const { items, fresh, problem } = useList(FoundPerson, '/organizer/profiles', { role: who, status: 'active', q })
  const group = useId()
  const shown = fresh ? items?.slice(0, MOST_SHOWN) : undefined
  return (
    <fieldset>
      <legend class="hidden">Who it is</legend>
      {shown?.map((person) => (
        <label key={person.profileId} class="tick">
          <input
            type="radio"
            name={group}
            checked={person.profileId === chosen?.profileId}
            onChange={() => onChoose(person)}
          />
          <span>
            {nameOf(person)} <small>{aboutPerson(person, who)}</small>
          </span>
        </label>
      ))}
      <p class="hint" role="status">
        {problem ? problem.sentence : statusOf(items?.length ?? 0, fresh, who)}
      </p>
    </fieldset>
  )
}

function statusOf(count: number, fresh: boolean, role: Role): string {
  if (!fresh) return 'Looking…'
  if (count === 0) return `No active ${role} is called like this.`
  return count > MOST_SHOWN ? 'There are more. Type a longer piece of the name.' : ''
}

function aboutPerson({ email, state, openMatches = 0, capacity }: FoundPerson, role: Role): string {
  const free = capacity === undefined ? undefined : `${Math.max(0, capacity - openMatches)} of ${capacity} seats free`
  const taken = role === 'mentee' && openMatches > 0 ? 'has a mentor' : undefined
  return [state, free, taken, email].filter(Boolean).join(' · ')
}
