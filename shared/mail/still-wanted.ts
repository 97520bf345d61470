import { makesSense } from '../domain/follow-up.ts'
import type { Mail } from '../domain/mail.ts'
import type { MailChoice } from '../domain/profile.ts'
import { wantsMail } from '../domain/standing.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'

type Deps = { profiles: Pick<ProfileStore, 'get'>; matches: Pick<MatchStore, 'get'> }

/**
 * Mail that can wait for the morning may have lost its point by then: the match ended, somebody paused, came back, left,
 * or does without such mail. Looked at again just before it is sent; all other mail always goes out.
 */
export const stillWanted =
  ({ profiles, matches }: Deps) =>
  async ({ facts, profileId }: Mail, now: Date): Promise<'send' | 'drop'> => {
    const reader = () => profiles.get(profileId)
    switch (facts?.kind) {
      case 'left-out': {
        const mentee = await reader()
        return mentee?.role === 'mentee' && !mentee.matchId && takes(mentee, 'left-out') ? 'send' : 'drop'
      }
      case 'on-break':
        return (await reader())?.status === 'paused' ? 'send' : 'drop'
      case 'reminder':
      case 'first-contact':
      case 'first-meeting':
      case 'fit-check':
      case 'still-there': {
        const [member, match] = await Promise.all([reader(), matches.get(facts.matchId)])
        const choice = facts.kind === 'reminder' ? 'reminders' : 'follow-ups'
        return member && match && takes(member, choice) && makesSense(facts.kind, facts.role, match, now)
          ? 'send'
          : 'drop'
      }
      default:
        return 'send'
    }
  }

type Reader = NonNullable<Awaited<ReturnType<ProfileStore['get']>>>

/** Who has paused hears nothing that can wait. */
const takes = (reader: Reader, choice: MailChoice): boolean => reader.status === 'active' && wantsMail(reader, choice)
