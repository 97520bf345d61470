import { EVENT_KINDS } from '../../shared/domain/event.ts'
import type { EventView } from './views.ts'
import { KINDS } from './words.ts'

/** The kind is in the address, so that such a list can be sent to somebody. */
export const chosenKind = (): EventView['kind'] | undefined => {
  const asked = new URLSearchParams(location.search).get('kind')
  return EVENT_KINDS.find((kind) => kind === asked)
}

export const KindFilter = ({ chosen }: { chosen: EventView['kind'] | undefined }) => (
  <nav aria-label="Kinds of events">
    <ul class="filter">
      <li>
        <a href="/events" aria-current={chosen ? undefined : 'page'}>
          All
        </a>
      </li>
      {EVENT_KINDS.map((kind) => (
        <li key={kind}>
          <a href={`/events?kind=${kind}`} aria-current={kind === chosen ? 'page' : undefined}>
            {KINDS[kind].many}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
