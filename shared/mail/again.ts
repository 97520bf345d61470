import { isAboutEvent } from '../domain/event-mail.ts'
import { QUESTIONS, type Question } from '../domain/follow-up.ts'
import type { Mail } from '../domain/mail.ts'
import { isOpen } from '../domain/match.ts'
import type { Profile } from '../domain/profile.ts'
import type { Programme } from '../domain/programme.ts'
import type { Registration } from '../domain/registration.ts'
import type { MailStore } from '../store/mails.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import * as eventOutbox from './event-outbox.ts'
import * as outbox from './outbox.ts'

type Deps = {
  profiles: Pick<ProfileStore, 'get' | 'getMany'>
  matches: Pick<MatchStore, 'get' | 'historyOf'>
  registrations: Pick<RegistrationStore, 'around' | 'placeOf'>
  mails: Pick<MailStore, 'copyOf'>
  programme: Programme
}

/**
 * Mail that is over, made again from what is stored now: what it said, and to whom, went when it was. Its id and its
 * moment are not yet those of a new mail. Undefined when what it told of is no more, or is kept nowhere.
 */
export const madeAgain =
  ({ profiles, matches, registrations, mails, programme }: Deps) =>
  async (mail: Mail, now: Date): Promise<Mail | undefined> => {
    const [, subject = '', detail = ''] = mail.id.split('#')
    const found = await registrations.around(mail.profileId)
    if (found) return aboutEvent({ ...found, now })
    const reader = await profiles.get(mail.profileId)
    return reader && toMember(reader)

    async function toMember(reader: Profile): Promise<Mail | undefined> {
      if (mail.kind === 'confirm') return reader.status === 'pending' ? outbox.askToConfirm(reader, 0, now) : undefined
      if (reader.status !== 'active' && reader.status !== 'paused') return undefined
      switch (mail.kind) {
        case 'welcome':
          return outbox.welcome(reader, programme, now)
        case 'link':
          return outbox.freshLink(reader, 0, now)
        case 'already-member':
          return outbox.alreadyMember(reader, 0, now)
        case 'on-break':
          return reader.role === 'mentor' ? outbox.onBreak(reader, now) : undefined
        case 'left-out': {
          if (reader.role !== 'mentee') return undefined
          const { unplaced } = await matches.historyOf('mentee', reader.id)
          const round = unplaced.find(({ roundId }) => roundId === subject)
          return round && outbox.leftOutMail(reader, round, programme, now)
        }
        default:
          return aboutMatch(reader)
      }
    }

    async function aboutMatch(reader: Profile): Promise<Mail | undefined> {
      const match = await matches.get(subject)
      if (!match || !isOpen(match)) return undefined
      const people = await profiles.getMany([match.menteeId, match.mentorId])
      const mentee = people.find((each) => each.role === 'mentee')
      const mentor = people.find((each) => each.role === 'mentor')
      if (!mentee || !mentor) return undefined
      if (mail.kind === 'introduction') {
        return outbox.introductions(match, mentee, mentor, now).find(({ profileId }) => profileId === reader.id)
      }
      const question = QUESTIONS.find((each): each is Question => each === mail.kind)
      const partner = reader.role === 'mentee' ? mentor : mentee
      return question && outbox.followUp(question, match, reader, partner, now)
    }

    async function aboutEvent(made: Parameters<typeof eventOutbox.seatOffered>[0]): Promise<Mail | undefined> {
      const { registration } = made
      const hasSeat = registration.status === 'confirmed'
      const lead = LEADS.find((each) => each === detail)
      switch (mail.kind) {
        case 'seat-confirmed':
          return first(eventOutbox.seatConfirmed(made, 'registering'))
        case 'in-line':
          return first(eventOutbox.inLine(made, await registrations.placeOf(registration)))
        case 'seat-offered':
          return registration.dueAt ? first(eventOutbox.seatOffered(made, registration.dueAt)) : undefined
        case 'offer-expired':
          return first(eventOutbox.offerExpired(made))
        case 'registered-already':
          return first(eventOutbox.registeredAlready(made))
        case 'event-changed':
          return first(eventOutbox.eventChanged(made, hasSeat))
        case 'event-cancelled':
          return first(eventOutbox.eventCancelled(made, hasSeat))
        case 'event-reminder':
          return lead && first(eventOutbox.eventReminder(made, lead))
        case 'event-thanks':
          return first(eventOutbox.eventThanks(made))
        default:
          return fromCopy(registration)
      }
    }

    /** Whether it brought an entry for a calendar, only the mail itself knew. */
    async function fromCopy({ id, linkVersion }: Registration): Promise<Mail | undefined> {
      const copy = await mails.copyOf(mail.id)
      return copy && isAboutEvent(copy.facts) ? { ...mail, ...copy, profileId: id, linkVersion } : undefined
    }
  }

const LEADS = ['7d', '24h', '1h'] as const

const first = ([mail]: Mail[]): Mail | undefined => mail
