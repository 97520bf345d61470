import { withoutProfile } from './domain/address.ts'
import type { Mail } from './domain/mail.ts'
import { type Match, withoutPerson } from './domain/match.ts'
import { letDown, unseated } from './domain/pairing.ts'
import type { Profile } from './domain/profile.ts'
import type { Programme } from './domain/programme.ts'
import { introductionIds, matchOver } from './mail/outbox.ts'
import type { AddressStore } from './store/addresses.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import type { ProfileStore } from './store/profiles.ts'
import type { Write } from './store/write.ts'

type Deps = {
  addresses: AddressStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

/**
 * What one transaction writes when somebody is gone: profile and address go, open matches end, partners are free again
 * and told. Older traces go when follow-changes hears of it.
 */
export const departing =
  ({ addresses, profiles, matches, mails, programme }: Deps) =>
  async (profile: Profile, now: Date): Promise<Write[]> => {
    const address = await addresses.get(profile.addressHash)
    const open = await matches.getMany(openMatchIds(profile))
    const partners = new Map((await profiles.getMany(open.map(partnerOf(profile)))).map((each) => [each.id, each]))

    // Mail about them that their partners have not got yet, and what is kept to send it again.
    const letters = (await Promise.all([...partners.keys()].map(mails.to))).flat()
    const about = letters.filter((mail) => open.some((match) => mail.id.includes(match.id)) && isRecent(mail, now))
    const ids = [...new Set([...open.flatMap(introductionIds), ...about.map(({ id }) => id)])]
    const takenBack = [...(await mails.takingBack(ids)), ...ids.map(mails.removingCopy)]
    const endings = open.flatMap((match): Write[] => {
      const ended = matches.changing(withoutPerson({ ...match, status: 'ended', endedBecause: 'left' }, profile.id))
      const partner = partners.get(partnerOf(profile)(match))
      if (!partner) return [ended]
      const free = partner.role === 'mentor' ? unseated(partner, match) : letDown(partner, match)
      return [ended, profiles.changing(free), mails.adding(matchOver(match, free, profile, 'left', programme, now))]
    })
    return [
      profiles.removing(profile),
      addresses.saving(withoutProfile(address, profile.role)),
      ...takenBack,
      ...endings,
    ]
  }

/** No copy is kept for so long. */
const isRecent = ({ createdAt, sentAt = createdAt }: Mail, now: Date): boolean =>
  now.getTime() - Date.parse(sentAt) < 7 * 86_400_000

const openMatchIds = (profile: Profile): string[] =>
  profile.role === 'mentor' ? profile.matchIds : profile.matchId ? [profile.matchId] : []

const partnerOf = (profile: Profile) => (match: Match) => (profile.role === 'mentor' ? match.menteeId : match.mentorId)
