import { NumbersTable } from '../parts/chart/numbers.tsx'
import { figure, many } from '../parts/counted.ts'
import { STATUS_TERMS } from '../people/words.ts'
import { to } from '../place.ts'
import type { Programme } from './answers.ts'
import { PeopleLink } from './people-link.tsx'

const ROLES = ['mentor', 'mentee']

/** How many there are, by role and by state of the profile; each number leads to those people. */
export const PeopleByStatus = ({ people }: Pick<Programme, 'people'>) => (
  <section class="card" aria-labelledby="people">
    <h2 id="people">People</h2>
    <NumbersTable
      label="People by role and state of the profile"
      heads={['Profile', 'Mentors', 'Mentees']}
      rows={STATUS_TERMS.map(({ code, name }) => [
        name,
        ...ROLES.map((role) => {
          const count = people[role]?.[code] ?? 0
          return count === 0 ? '0' : <PeopleOf key={role} role={role} status={code} name={name} count={count} />
        }),
      ])}
    />
    <p>
      <a href={to('people')}>See them all</a>
    </p>
  </section>
)

type Of = { role: string; status: string; name: string; count: number }

const PeopleOf = ({ role, status, name, count }: Of) => (
  <PeopleLink filters={{ role, status }} label={`${many(count, role)}: ${name}`}>
    {figure(count)}
  </PeopleLink>
)
