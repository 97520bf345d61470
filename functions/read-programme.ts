import { readProgrammeRoute } from '../shared/api/site.ts'
import { http } from '../shared/http.ts'
import { nextRun } from '../shared/schedule.ts'
import { deployedProgramme } from '../shared/settings.ts'

const { name, timeZone, roundSchedule } = deployedProgramme()

/** Whose programme this is, and when its next round is (left out when its schedule does not tell). */
export const handler = http(readProgrammeRoute().takes, async (_, now) => ({
  body: { name, timeZone, nextRoundAt: nextRun(roundSchedule, timeZone, now)?.toISOString() },
  headers: { 'cache-control': 'public, max-age=300' },
}))
