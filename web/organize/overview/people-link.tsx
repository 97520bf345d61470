import type { ComponentChildren } from 'preact'
import { openPeopleWith } from '../people/opened-with.ts'
import { to } from '../place.ts'

type Props = { filters: Parameters<typeof openPeopleWith>[0]; label?: string; children: ComponentChildren }

/** Leads to some people. `label`: of a number, what it counts, for screen readers. */
export const PeopleLink = ({ filters, label, children }: Props) => (
  <a href={to('people')} aria-label={label} onClick={() => openPeopleWith(filters)}>
    {children}
  </a>
)
