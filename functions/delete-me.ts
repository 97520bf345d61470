import { withoutProfile } from '../shared/domain/address.ts'
import { type Match, withoutPerson } from '../shared/domain/match.ts'
import { letDown, unseated } from '../shared/domain/pairing.ts'
import type { Profile } from '../shared/domain/profile.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { goodbye, introductionIds, matchOver } from '../shared/mail/outbox.ts'
import { memberOf } from '../shared/member.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { type AddressStore, addressStore } from '../shared/store/addresses.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh, type Write } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  links: Links
  addresses: AddressStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

/**
 * A member leaves: profile and address go, open matches end, partners are free again and told, all at once. Older
 * traces go when follow-changes hears of it.
 */
export const deleteMe =
  ({ table, links, addresses, profiles, matches, mails, programme }: Deps) =>
  async ({ bearer }: { bearer: string | undefined }, now: Date) =>
    untilFresh(async () => {
      const { profile } = await memberOf({ links, profiles })(bearer, ['me'], now)
      const address = await addresses.get(profile.addressHash)
      const open = await matches.getMany(openMatchIds(profile))
      const partners = new Map((await profiles.getMany(open.map(partnerOf(profile)))).map((each) => [each.id, each]))

      const takenBack = await mails.takingBack(open.flatMap(introductionIds))
      const endings = open.flatMap((match): Write[] => {
        const ended = matches.changing(withoutPerson({ ...match, status: 'ended', endedBecause: 'left' }, profile.id))
        const partner = partners.get(partnerOf(profile)(match))
        if (!partner) return [ended]
        const free = partner.role === 'mentor' ? unseated(partner, match) : letDown(partner, match)
        return [ended, profiles.changing(free), mails.adding(matchOver(match, free, profile, 'left', programme, now))]
      })
      await table.transact([
        profiles.removing(profile),
        addresses.saving(withoutProfile(address, profile.role)),
        mails.adding(goodbye(profile, now)),
        ...takenBack,
        ...endings,
      ])
      return { body: { status: 'deleted' } }
    })

const openMatchIds = (profile: Profile): string[] =>
  profile.role === 'mentor' ? profile.matchIds : profile.matchId ? [profile.matchId] : []

const partnerOf = (profile: Profile) => (match: Match) => (profile.role === 'mentor' ? match.menteeId : match.mentorId)

const table = deployedTable()
export const handler = http(
  {},
  deleteMe({
    table,
    links: await deployedLinks(),
    addresses: addressStore(table),
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    programme: deployedProgramme(),
  }),
)
