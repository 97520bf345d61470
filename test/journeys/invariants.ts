import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import * as z from 'zod'
import type { Letter, worldAt } from '../support/world.ts'

/** What must be true whatever was killed, refused or repeated. */

const Match = z.looseObject({ matchId: z.string(), menteeId: z.string(), mentorId: z.string(), status: z.string() })
type Match = z.output<typeof Match>
const Matches = z.object({ items: z.array(Match), nextCursor: z.string().optional() })
const Profiles = z.object({
  items: z.array(
    z.looseObject({
      profileId: z.string(),
      role: z.string(),
      email: z.string(),
      capacity: z.number().optional(),
      openMatches: z.number(),
    }),
  ),
  nextCursor: z.string().optional(),
})

type World = Pick<ReturnType<typeof worldAt>, 'asOrganizer'>

async function everyPage<T>(
  world: World,
  path: string,
  schema: z.ZodType<{ items: T[]; nextCursor?: string | undefined }>,
) {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''
    const page = schema.parse((await world.asOrganizer('GET', `${path}${query}`)).body)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

export const allMatches = (world: World) => everyPage(world, '/matches', Matches)
const allProfiles = (world: World) => everyPage(world, '/profiles', Profiles)

/** A mentee has at most one open match, a mentor never more than the seats offered, and profiles agree with matches. */
export async function expectSeatsToAddUp(world: World) {
  const [matches, profiles] = [await allMatches(world), await allProfiles(world)]
  const open = matches.filter(({ status }) => status === 'introduced' || status === 'met')
  for (const { profileId, role, capacity, openMatches } of profiles) {
    const theirs = open.filter(({ menteeId, mentorId }) => (role === 'mentor' ? mentorId : menteeId) === profileId)
    expect(theirs.length).toBe(openMatches)
    expect(theirs.length).toBeLessThanOrEqual(role === 'mentor' ? (capacity ?? 0) : 1)
  }
  return open
}

const Claims = z.object({ sub: z.string(), match: z.string() })

/** How often each side of each match was introduced, by `<match id> to <profile id>`: as the link in the mail says. */
export function introductionsIn(letters: readonly Letter[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { body } of letters) {
    const token = /\/match#(\S+)/.exec(body.text)?.[1]
    if (!token) continue
    const { sub, match } = Claims.parse(decodeJwt(token))
    const key = `${match} to ${sub}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The introductions that there must be, as `introductionsIn` names them. */
export const introductionsOf = (matches: readonly Match[]): string[] =>
  matches.flatMap(({ matchId, menteeId, mentorId }) => [`${matchId} to ${menteeId}`, `${matchId} to ${mentorId}`])
