import { readHistoryRoute } from '../shared/api/person.ts'
import type { Taken } from '../shared/api/route.ts'
import { matchView } from '../shared/domain/match.ts'
import { noteView } from '../shared/domain/note.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { deliveryStore } from '../shared/store/deliveries.ts'
import { type EventStore, eventStore } from '../shared/store/events.ts'
import { type MailLog, mailLog } from '../shared/store/mail-log.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type NoteStore, noteStore } from '../shared/store/notes.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type RegistrationStore, registrationStore } from '../shared/store/registrations.ts'

type Deps = {
  profiles: Pick<ProfileStore, 'get' | 'getMany'>
  matches: Pick<MatchStore, 'historyOf'>
  registrations: Pick<RegistrationStore, 'ofAddress'>
  events: Pick<EventStore, 'getMany'>
  notes: Pick<NoteStore, 'of'>
  log: Pick<MailLog, 'newestTo'>
}

const MOST_MAILS = 50

/** What somebody got so far: mails, matches, rounds that found nobody, events of their address; and organizers' notes. */
export const readHistory =
  ({ profiles, matches, registrations, events, notes, log }: Deps) =>
  async ({ path }: Taken<typeof readHistoryRoute>) => {
    const profile = await profiles.get(path.profileId)
    if (!profile) throw notFound('profile')
    const [history, registered, noted] = await Promise.all([
      matches.historyOf(profile.role, profile.id),
      registrations.ofAddress(profile.addressHash),
      notes.of(profile.id),
    ])
    const [mails, partners, shown] = await Promise.all([
      log.newestTo([profile.id, ...registered.map(({ id }) => id)], MOST_MAILS),
      profiles.getMany(history.matches.map(({ menteeId, mentorId }) => (isMentor(profile) ? menteeId : mentorId))),
      events.getMany(registered.map(({ eventId }) => eventId)),
    ])
    const nameOf = new Map(partners.map((partner) => [partner.id, named(partner)]))
    const eventOf = new Map(shown.map((event) => [event.id, event]))
    return {
      body: {
        mails: mails.slice(0, MOST_MAILS),
        matches: history.matches.map((match) => ({
          ...matchView(match),
          partner: nameOf.get(isMentor(profile) ? match.menteeId : match.mentorId),
        })),
        leftOut: history.unplaced.map(({ roundId, reason, detail }) => ({ roundId, reason, detail })),
        registrations: registered
          .flatMap(({ id, eventId, status, checkIn }) => {
            const { title, startsAt, timeZone } = eventOf.get(eventId) ?? {}
            return startsAt
              ? [{ registrationId: id, eventId, title, startsAt, timeZone, status, checkedInAt: checkIn?.at }]
              : []
          })
          .toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1)),
        notes: noted.map(noteView),
      },
    }
  }

const isMentor = ({ role }: Profile): boolean => role === 'mentor'
const named = ({ id: profileId, contact: { firstName, lastName } }: Profile) => ({ profileId, firstName, lastName })

const table = deployedTable()
const registrations = registrationStore(table)
export const handler = http(
  readHistoryRoute().takes,
  readHistory({
    profiles: profileStore(table),
    matches: matchStore(table),
    registrations,
    events: eventStore(table),
    notes: noteStore(table),
    log: mailLog({
      table,
      addresses: addressStore(table),
      registrations,
      deliveries: deliveryStore(table),
      organizers: deployedProgramme().replyTo,
    }),
  }),
)
