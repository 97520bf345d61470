import { type Profile, profileView } from '../domain/profile.ts'
import type { SuppressionStore } from '../store/suppressions.ts'

/** Profiles as organizers see them: with the version that an edit can name, and with `mailProblem` where the address gets no mail. */
export const withMailProblems =
  (suppressions: Pick<SuppressionStore, 'getMany'>) => async (profiles: readonly Profile[]) => {
    const problems = await suppressions.getMany(profiles.map(({ addressHash }) => addressHash))
    return profiles.map((profile) => {
      const { kind, at } = problems.get(profile.addressHash) ?? {}
      return { ...profileView(profile), version: profile.version, ...(kind && { mailProblem: { kind, at } }) }
    })
  }
