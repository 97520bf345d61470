import * as attendees from './attendees.ts'
import * as audit from './audit.ts'
import * as door from './door.ts'
import * as events from './events.ts'
import * as imports from './imports.ts'
import * as joining from './joining.ts'
import * as mail from './mail.ts'
import * as matches from './matches.ts'
import * as me from './me.ts'
import * as organizerEvents from './organizer-events.ts'
import * as overview from './overview.ts'
import * as people from './people.ts'
import * as person from './person.ts'
import * as registrations from './registrations.ts'
import * as rounds from './rounds.ts'
import type { Route } from './route.ts'
import * as settings from './settings.ts'
import * as site from './site.ts'
import * as words from './words.ts'

/** Everything the API can do. `id` is the route's name here: `signUp` for `signUpRoute`. */
export type Operation = { id: string; tag: string; route: Route }

const TAGS: Record<string, Record<string, () => Route>> = {
  Site: site,
  Joining: joining,
  Members: me,
  Matches: matches,
  Overview: overview,
  People: { ...people, ...person, ...imports },
  Rounds: rounds,
  Events: events,
  Registrations: registrations,
  'Organizing events': organizerEvents,
  Attendees: attendees,
  Door: door,
  Mail: { ...mail, ...words },
  Settings: settings,
  Audit: audit,
}

export const operations = (): Operation[] =>
  Object.entries(TAGS).flatMap(([tag, routes]) =>
    Object.entries(routes)
      .map(([name, make]) => ({ id: name.replace(/Route$/, ''), tag, route: make() }))
      .toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)),
  )

const pathOf = ({ route }: Operation): string => route.key.slice(route.key.indexOf('/'))
