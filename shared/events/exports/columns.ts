import { type Column, column, type Facts } from './column.ts'

const person = (facts: Facts) => facts.registration.person

const [FIRST_NAME, LAST_NAME] = [
  column('first_name', 'First name', 18, (facts) => person(facts)?.firstName),
  column('last_name', 'Last name', 18, (facts) => person(facts)?.lastName),
]
const EMAIL = column('email', 'E-mail', 32, (facts) => person(facts)?.email)
const PHONE = column('phone', 'Phone', 18, (facts) => person(facts)?.phone)
const EMPLOYER = column('employer', 'Employer', 26, (facts) => person(facts)?.employer)
const JOB_TITLE = column('job_title', 'Job title', 24, (facts) => person(facts)?.jobTitle)
const STATE = column('state', 'State', 8, (facts) => person(facts)?.state)
const STATUS = column('status', 'Status', 12, ({ registration }) => registration.status)

/** What is known of every registration, in the order in which it stands in the list. docs/attendees.md explains each. */
export const EVERY_COLUMN: readonly Column[] = [
  column('registration_id', 'Registration', 30, ({ registration }) => registration.id),
  column('event_id', 'Event', 30, ({ event }) => event.id),
  column('event_title', 'Event title', 32, ({ event }) => event.title),
  column('start_local', 'Start', 20, ({ event }) => event.startsAt, 'wall'),
  column('time_zone', 'Time zone', 18, ({ event }) => event.timeZone),
  column('start_utc', 'Start', 24, ({ event }) => event.startsAt, 'utc'),
  STATUS,
  column('attendance', 'Attendance', 12, ({ attendance }) => attendance),
  column('waitlist_position', 'Place in line', 12, ({ position }) => position, 'number'),
  column('offer_expires_at_utc', 'Seat is held until', 24, ({ registration }) => registration.dueAt, 'instant'),
  FIRST_NAME,
  LAST_NAME,
  EMAIL,
  PHONE,
  EMPLOYER,
  JOB_TITLE,
  STATE,
  column('registered_at_utc', 'Registered', 24, ({ registration }) => registration.registeredAt, 'instant'),
  column('updated_at_utc', 'Last change', 24, ({ registration }) => registration.updatedAt, 'instant'),
  column('cancelled_at_utc', 'Cancelled', 24, ({ registration }) => registration.cancelledAt, 'instant'),
  column('cancelled_by', 'Cancelled by', 12, ({ registration }) => registration.cancelledBy),
  column('source', 'Source', 10, ({ registration }) => registration.source),
  column('checked_in_at_utc', 'Checked in', 24, ({ registration }) => registration.checkIn?.at, 'instant'),
  column('check_in_method', 'Checked in by', 12, ({ registration }) => registration.checkIn?.method),
  column('minutes_attended', 'Minutes attended', 12, ({ registration }) => registration.minutesAttended, 'number'),
  column('consent_contact', 'May be contacted', 12, (facts) => person(facts)?.consentContact),
  column('accessibility_needs', 'Accessibility needs', 36, (facts) => person(facts)?.accessibilityNeeds),
  column('organizer_note', 'Note', 36, ({ registration }) => registration.organizerNote),
]

/** How to reach those who agreed. */
export const CONTACT_COLUMNS: readonly Column[] = [
  STATUS,
  FIRST_NAME,
  LAST_NAME,
  EMAIL,
  PHONE,
  EMPLOYER,
  JOB_TITLE,
  STATE,
]

/** To be printed and ticked. */
export const DOOR_COLUMNS: readonly Column[] = [
  FIRST_NAME,
  LAST_NAME,
  STATUS,
  column('box', 'Here', 6, ({ registration }) => (registration.checkIn ? '☑' : '☐')),
]
