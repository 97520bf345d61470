import type { ComponentChildren } from 'preact'
import { whenOf } from '../../event/times.ts'
import { Screen } from '../../parts/screen.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { to } from '../place.ts'
import type { OrganizerEvent } from './answers.ts'

type Props = { event: OrganizerEvent; page: string; children: ComponentChildren }

/** What stands above every page of an event. The heading stays the same, so that the focus stays on the tab. */
export const EventTabs = ({ event, page, children }: Props) => {
  const { eventId, seats } = event
  const place = (name: string) => (name ? to('events', eventId, name) : to('events', eventId))
  return (
    <>
      <Crumbs way={[{ href: to('events'), name: 'Events' }]} />
      <Screen title={event.title} lead={whenOf(event)}>
        <Tabs
          label="Pages of this event"
          current={place(page)}
          tabs={[
            { href: place(''), name: 'Event' },
            { href: place('people'), name: 'People', count: seats.confirmed + seats.held + seats.waiting },
            { href: place('line'), name: 'Waiting line', count: seats.held + seats.waiting },
            { href: place('lists'), name: 'Lists' },
          ]}
        />
        {children}
      </Screen>
    </>
  )
}
