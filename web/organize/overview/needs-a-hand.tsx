import { figure } from '../parts/counted.ts'
import { to } from '../place.ts'
import type { NeedsAHand as Needs } from './answers.ts'
import { type Need, needsIn } from './needs.ts'
import { useNames } from './use-names.ts'

/** Each name is a question to the API: so many are asked for. */
const MOST_NAMES = 5

/** What to do today, each a link to where it is done. */
export function NeedsAHand({ needs }: { needs: Needs }) {
  const found = needsIn(needs)
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What needs a hand today</h2>
      {found.length === 0 ? (
        <p class="notice good">All is well, nothing needs a hand today.</p>
      ) : (
        <ul class="needs">
          {found.map((need) => (
            <OneNeed key={need.id} need={need} />
          ))}
        </ul>
      )}
    </section>
  )
}

const OneNeed = ({ need: { words, links = [], people } }: { need: Need }) => (
  <li class="card">
    <p>{words}</p>
    {people ? <People ids={people.ids.slice(0, MOST_NAMES)} of={people.of} /> : null}
    {links.length > 0 ? (
      <ul>
        {links.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    ) : null}
  </li>
)

function People({ ids, of }: { ids: readonly string[]; of: number }) {
  const names = useNames(ids)
  return (
    <ul>
      {ids.map((id, index) => {
        const name = names.get(id)
        return (
          <li key={id}>
            {name === null ? (
              'Somebody who has left meanwhile'
            ) : (
              <a href={to('people', id)}>{name ?? `Person ${index + 1}`}</a>
            )}
          </li>
        )
      })}
      {of > ids.length ? <li>and {figure(of - ids.length)} more</li> : null}
    </ul>
  )
}
