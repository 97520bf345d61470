import { ProfilePatch } from '../../../shared/domain/profile-form.ts'
import { type Checked, check } from '../../form/check.ts'
import { patchBody, type Values, valuesOf } from '../../form/values.ts'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { Person } from './answers.ts'

/** What became of saving; `clash`: somebody else has changed it meanwhile, and this is how it is now. */
export type Saved =
  | { saved: Person; changed: boolean }
  | { clash: Person }
  | { errors: Extract<Checked<never>, { ok: false }>['errors'] }
  | undefined

/** Saves what is different, if nobody else has changed the profile since it was read. */
export function useSaving() {
  const { ask } = useAsking()
  const { busy, problem, send } = useRequest()
  const save = async (before: Person, values: Values): Promise<Saved> => {
    const { role, version, profileId } = before
    const checked = check(ProfilePatch, patchBody(role, valuesOf(before), values))
    if (!checked.ok) return { errors: checked.errors }
    if (Object.keys(checked.body).length === 0) return { saved: before, changed: false }
    const path = `/organizer/profiles/${encodeURIComponent(profileId)}`
    const body = { ...checked.body, ...(version !== undefined && { version }) }
    const answer = await send(() => ask(Person, { method: 'PATCH', path, body }))
    if (!answer) return undefined
    if (answer.ok) return { saved: answer.value, changed: true }
    const now = Person.safeParse(answer.problem.current)
    if (answer.problem.status === 409 && now.success) return { clash: now.data }
    const wrong = Object.fromEntries(
      answer.problem.errors.map(({ path, message }) => [path.split('.')[0] ?? '', message]),
    )
    return { errors: wrong }
  }
  return { busy, problem, save }
}
