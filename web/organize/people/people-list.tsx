import { useMemo, useState } from 'preact/hooks'
import { STATES } from '../../../shared/domain/states.ts'
import { nameOf as termName } from '../../../shared/domain/taxonomy.ts'
import { Loading } from '../../parts/feedback.tsx'
import { Chip } from '../parts/chip.tsx'
import { Choose } from '../parts/choose.tsx'
import { LongTable } from '../parts/long-table.tsx'
import { More } from '../parts/more.tsx'
import { SaveFile } from '../parts/save-file.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import type { Column } from '../parts/table.tsx'
import { to } from '../place.ts'
import { pathOf, useList } from '../use-list.ts'
import { Listed } from './answers.ts'
import { openedWith } from './opened-with.ts'
import { useArrowKeys } from './use-arrow-keys.ts'
import { nameOf, ROLE_TERMS, ROLE_WORDS, STATUS_TERMS, seatsOf, statusIn } from './words.ts'

const NO_FILTER = { q: '', role: '', status: '', state: '' }
const BY_NAME = [...STATES].sort((one, other) => one.name.localeCompare(other.name))

/** `since`: what has become of some of them since the list was read. */
export function PeopleList({ since }: { since: ReadonlyMap<string, Listed | 'gone'> }) {
  const [filter, setFilter] = useState(() => ({ ...NO_FILTER, ...openedWith() }))
  const [cleared, setCleared] = useState(0)
  const { items, fresh, busy, problem, more } = useList(Listed, '/organizer/profiles', filter)
  const people = useMemo(() => items?.map((person) => since.get(person.profileId) ?? person), [items, since])
  const shown = useMemo(() => people?.filter((person) => person !== 'gone'), [people])
  const only = (some: Partial<typeof NO_FILTER>) => setFilter((before) => ({ ...before, ...some }))
  const clear = () => {
    setFilter(NO_FILTER)
    setCleared(cleared + 1)
  }
  const box = useArrowKeys()
  // The file has no search in it.
  const { q: _words, ...ofFilter } = filter
  const filtered = Object.values(filter).some(Boolean)
  return (
    <>
      <div class="tools">
        <SearchBox key={cleared} label="Name or e-mail address" value={filter.q} onSearch={(q) => only({ q })} />
        <Choose
          label="Role"
          all="Mentors and mentees"
          terms={ROLE_TERMS}
          value={filter.role}
          onChoose={(role) => only({ role })}
        />
        <Choose
          label="Status"
          all="Any status"
          terms={STATUS_TERMS}
          value={filter.status}
          onChoose={(status) => only({ status })}
        />
        <Choose
          label="State"
          all="All states"
          terms={BY_NAME}
          value={filter.state}
          onChoose={(state) => only({ state })}
        />
      </div>
      <details>
        <summary>Download as a spreadsheet</summary>
        <div class="actions downloads">
          <SaveFile path={pathOf('/organizer/profiles.csv', ofFilter)} name="people.csv">
            {Object.values(ofFilter).some(Boolean) ? 'People of this role, status and state' : 'All people'}
          </SaveFile>
          <SaveFile path="/organizer/matches.csv" name="matches.csv">
            Matches with names and addresses
          </SaveFile>
        </div>
      </details>
      <div class="people" ref={box} aria-busy={!fresh}>
        {shown?.length ? (
          <LongTable label="People" columns={COLUMNS} rows={shown} keyOf={({ profileId }) => profileId} />
        ) : shown && fresh && !busy ? (
          <Nobody filtered={filtered} onClear={clear} />
        ) : problem ? null : (
          <Loading />
        )}
      </div>
      <More more={more} busy={busy} problem={problem} shown={shown?.length ?? 0} what="people" />
    </>
  )
}

const COLUMNS: Column<Listed>[] = [
  {
    head: 'Name',
    kind: 'main',
    cell: (person) => (
      <a id={`person-${person.profileId}`} href={to('people', person.profileId)}>
        {nameOf(person)}
      </a>
    ),
  },
  { head: 'Role', cell: ({ role }) => ROLE_WORDS[role] },
  {
    head: 'Status',
    cell: ({ status, mailProblem }) => {
      const { name, kind } = statusIn(status)
      return (
        <>
          <Chip kind={kind}>{name}</Chip>
          {mailProblem ? <small>No mail goes there</small> : null}
        </>
      )
    },
  },
  { head: 'State', cell: ({ state }) => termName(STATES, state) },
  { head: 'E-mail', cell: ({ email }) => <span class="address">{email}</span> },
  { head: 'Seats', cell: seatsOf },
]

const Nobody = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) => (
  <div class="card">
    {filtered ? (
      <>
        <p>Nobody fits. A piece of the name or of the address is enough, and accents do not matter.</p>
        <button type="button" class="button quiet" onClick={onClear}>
          Show everybody
        </button>
      </>
    ) : (
      <p>
        Nobody is here yet. People come by the forms for <a href="/mentor">mentors</a> and <a href="/mentee">mentees</a>
        , or you <a href={to('import')}>import a list</a>.
      </p>
    )}
  </div>
)
