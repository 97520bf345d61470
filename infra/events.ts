import { Duration } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import * as attendees from '../shared/api/attendees.ts'
import * as audit from '../shared/api/audit.ts'
import * as door from '../shared/api/door.ts'
import * as events from '../shared/api/events.ts'
import * as organizing from '../shared/api/organizer-events.ts'
import * as registrations from '../shared/api/registrations.ts'
import { SEATS_DIFFER } from '../shared/events/log-lines.ts'
import { Complaint } from './complaint.ts'
import { Slice, type SliceProps } from './slice.ts'

/** Thousands may want the seats of one event at once, and take turns: for as long as the gateway waits. */
const atCrowdedDoor = { timeout: Duration.seconds(29) }

/** Events: what is on, seats and waiting lines, the door, attendee lists. */
export class Events extends Slice {
  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id, props)
    const { links, api } = props
    const seating = (file: string) => this.writer(file, atCrowdedDoor)

    api.route(events.listEventsRoute(), this.reader('list-events'))
    api.route(events.eventsCalendarRoute(), this.reader('events-calendar'))
    api.route(events.readEventRoute(), this.reader('read-event'))
    api.route(events.eventCalendarRoute(), this.reader('event-calendar'))
    api.route(registrations.registerForEventRoute(), seating('register-for-event'))

    api.route(registrations.readRegistrationRoute(), this.reader('read-registration').signsLinks(links))
    api.route(registrations.cancelRegistrationRoute(), seating('cancel-registration').signsLinks(links))
    api.route(registrations.answerOfferRoute(), seating('answer-offer').signsLinks(links))
    api.route(registrations.joinEventRoute(), this.writer('join-event').signsLinks(links))

    api.route(door.listDoorEventsRoute(), this.reader('list-door-events'))
    api.route(door.listDoorRoute(), this.reader('list-door'))
    api.route(door.checkInRoute(), this.writer('check-in'))
    api.route(door.undoCheckInRoute(), this.writer('undo-check-in'))
    api.route(door.addWalkInRoute(), seating('add-walk-in'))

    api.route(organizing.createEventRoute(), this.writer('create-event'))
    api.route(organizing.listOrganizerEventsRoute(), this.reader('list-organizer-events'))
    api.route(organizing.readOrganizerEventRoute(), this.reader('read-organizer-event'))
    api.route(organizing.editEventRoute(), seating('edit-event'))
    api.route(organizing.cancelEventRoute(), this.writer('cancel-event', atCrowdedDoor))
    api.route(organizing.copyEventRoute(), this.writer('copy-event'))
    api.route(attendees.listRegistrationsRoute(), this.reader('list-registrations'))
    api.route(attendees.editRegistrationRoute(), seating('edit-registration'))
    api.route(audit.listAuditRoute(), this.reader('list-audit'))
    api.route(audit.exportAuditRoute(), this.writer('export-audit', { memory: 1024, timeout: Duration.seconds(29) }))

    this.writer('tend-events', {
      errorImpact: 'Free seats are not passed on, and people are not reminded of events.',
      timeout: Duration.minutes(1),
    }).every(ScheduleExpression.rate(Duration.minutes(1)), 'Ends offers of seats, and tells what events have to tell.')

    const checkSeats = this.reader('check-seats', {
      errorImpact: 'Nobody notices when seats of events do not add up.',
      timeout: Duration.minutes(15),
    }).every(ScheduleExpression.rate(Duration.hours(1)), 'Checks that the seats of events add up.')
    new Complaint(checkSeats, 'Differ', {
      logGroup: checkSeats.function.logGroup,
      line: SEATS_DIFFER,
      errorImpact: 'An event has lost seats, or given away too many.',
    })
  }
}
