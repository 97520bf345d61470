import { previewMailRoute } from '../shared/api/rounds.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { previewsOf } from '../shared/rounds/preview.ts'
import { currentProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { wordsStore } from '../shared/store/words.ts'

const table = deployedTable()
const [matches, profiles, words] = [matchStore(table), profileStore(table), wordsStore(table)]
const programme = currentProgramme(table)

/** The last look at the mail of a drafted pair before it goes out. */
export const handler = http(previewMailRoute().takes, async ({ path: { roundId, matchId } }, now) => {
  const match = await matches.get(matchId)
  if (match?.roundId !== roundId) throw notFound('match')
  if (match.status !== 'drafted') throw conflict('Only a drafted pair has its introduction still to come.')
  const people = await profiles.getMany([match.menteeId, match.mentorId])
  const mentee = people.find((each) => each.role === 'mentee')
  const mentor = people.find((each) => each.role === 'mentor')
  if (!mentee || !mentor) throw conflict('One of the two has left, so there is nobody to introduce.')
  const [settings, { phrases }] = await Promise.all([programme(), words.get('introduction')])
  return { body: { mails: previewsOf({ match, mentee, mentor }, settings, phrases, now) } }
})
