import type { ProfileFormInput } from '../../shared/domain/profile-form.ts'
import { inParallel } from '../../shared/parallel.ts'
import { eventually, type World } from './world.ts'

/** Each one more at once is one more of each function to start, which takes longer than to wait. */
const AT_ONCE = 3

/** Many people sign up and confirm, a few at a time; gives the id of each address's profile. */
export async function crowdJoins(
  world: Pick<World, 'signsUp' | 'letters' | 'confirms'>,
  forms: readonly (Partial<ProfileFormInput> & { email: string })[],
) {
  const ids = new Map<string, string>()
  await inParallel(forms, AT_ONCE, async (form) => void (await world.signsUp(form)))
  await eventually('everybody has mail', async () => {
    const reached = new Set((await world.letters()).flatMap(({ destination }) => destination.to.map(addressIn)))
    return forms.every(({ email }) => reached.has(email)) || undefined
  })
  await inParallel(forms, AT_ONCE, async ({ email }) => void ids.set(email, await world.confirms(email)))
  return ids
}

/** `Sam <sam@example.org>` or the bare address. */
const addressIn = (to: string) => /<(.+)>/.exec(to)?.[1] ?? to
