import { editProfileRoute } from '../shared/api/people.ts'
import { linksEnded, paused, resumed } from '../shared/domain/profile-changes.ts'
import { edited } from '../shared/edit.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'
import { untilFresh } from '../shared/store/write.ts'

const table = deployedTable()
const profiles = profileStore(table)
const suppressions = suppressionStore(table)
const viewed = withMailProblems(suppressions)

/** An organizer corrects a profile, pauses it or brings it back, ends its links. Only its owner can confirm it. */
export const handler = http(
  editProfileRoute().takes,
  async ({ path, body: { status, endLinks, allowMail, ...patch } }) =>
    untilFresh(async () => {
      const profile = await profiles.get(path.profileId)
      if (!profile) throw notFound('profile')
      const corrected = edited(profile, patch)
      const moved = status === 'paused' ? paused(corrected) : status === 'active' ? resumed(corrected) : corrected
      const changed = endLinks ? linksEnded(moved) : moved
      const lifted = allowMail ? [suppressions.lifting(profile.addressHash)] : []
      await table.transact([profiles.changing(changed), ...lifted])
      const [view] = await viewed([changed])
      return { body: view }
    }),
)
