import { hasPoint, isAboutEvent } from '../domain/event-mail.ts'
import { makesSense } from '../domain/follow-up.ts'
import { CHOICE_OF, type Mail } from '../domain/mail.ts'
import type { MailKind } from '../domain/mail-facts.ts'
import { wantsMail } from '../domain/standing.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RegistrationStore } from '../store/registrations.ts'

type Deps = {
  profiles: Pick<ProfileStore, 'get'>
  matches: Pick<MatchStore, 'get'>
  registrations: Pick<RegistrationStore, 'around'>
}

/**
 * Mail that can wait for the morning may have lost its point by then: the match ended, somebody paused, came back, left,
 * or does without such mail; and so may mail about events, which follow each other quickly. Looked at again just before
 * it is sent; all other mail always goes out, and so does what organizers send to look at.
 */
export const stillWanted =
  ({ profiles, matches, registrations }: Deps) =>
  async ({ facts, profileId, test }: Mail, now: Date): Promise<'send' | 'drop'> => {
    if (test) return 'send'
    if (facts && isAboutEvent(facts)) {
      const found = await registrations.around(facts.registrationId)
      return found && hasPoint(facts, found.event, found.registration, now) ? 'send' : 'drop'
    }
    const reader = () => profiles.get(profileId)
    switch (facts?.kind) {
      case 'left-out': {
        const mentee = await reader()
        return mentee?.role === 'mentee' && !mentee.matchId && takes(mentee, facts.kind) ? 'send' : 'drop'
      }
      case 'on-break':
        return (await reader())?.status === 'paused' ? 'send' : 'drop'
      case 'reminder':
      case 'first-contact':
      case 'first-meeting':
      case 'fit-check':
      case 'still-there': {
        const [member, match] = await Promise.all([reader(), matches.get(facts.matchId)])
        return member && match && takes(member, facts.kind) && makesSense(facts.kind, facts.role, match, now)
          ? 'send'
          : 'drop'
      }
      default:
        return 'send'
    }
  }

type Reader = NonNullable<Awaited<ReturnType<ProfileStore['get']>>>

/** Who has paused hears nothing that can wait. */
function takes(reader: Reader, kind: MailKind): boolean {
  const choice = CHOICE_OF[kind]
  return reader.status === 'active' && (!choice || wantsMail(reader, choice))
}
