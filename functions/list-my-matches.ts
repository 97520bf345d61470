import { listMyMatchesRoute } from '../shared/api/matches.ts'
import { headline } from '../shared/domain/headline.ts'
import { isOpen, type Match, suggestedAt } from '../shared/domain/match.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { memberOf } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

type Deps = { links: Links; profiles: ProfileStore; matches: MatchStore }

/** A member's matches, newest first. The link of one introduction shows that match alone. */
export const listMyMatches =
  ({ links, profiles, matches }: Deps) =>
  async ({ bearer }: { bearer: string | undefined }, now: Date) => {
    const { profile, link } = await memberOf({ links, profiles })(bearer, ['me', 'match'], now)
    const history = await matches.historyOf(profile.role, profile.id)
    const mine = history.matches
      .filter((match) => match.introducedAt && (!link.matchId || match.id === link.matchId))
      .toSorted((a, b) => ((a.introducedAt ?? '') < (b.introducedAt ?? '') ? 1 : -1))
    const partnerId = (match: Match) => (profile.role === 'mentor' ? match.menteeId : match.mentorId)
    const partners = new Map((await profiles.getMany(mine.map(partnerId))).map((each) => [each.id, each]))
    return { body: { items: mine.map((match) => view(match, profile, partners.get(partnerId(match)), now)) } }
  }

/** The partner's address is for open matches; afterwards it is nobody's business. */
function view(match: Match, { role }: Profile, partner: Profile | undefined, now: Date) {
  const { id: matchId, status, score, reasons, introducedAt } = match
  return {
    matchId,
    role,
    status,
    score,
    reasons,
    introducedAt,
    suggestedAt: suggestedAt(match, now),
    partner:
      partner && isOpen(match)
        ? { ...partner.contact, headline: headline(partner), timeZone: partner.traits.timeZone }
        : null,
  }
}

const table = deployedTable()
export const handler = http(
  listMyMatchesRoute().takes,
  listMyMatches({ links: await deployedLinks(), profiles: profileStore(table), matches: matchStore(table) }),
)
