import * as z from 'zod'

const Payload = z.object({ sub: z.string() })

/**
 * Whose registration a link is about, as its token says. Nothing is checked here: the server does that. Undefined when
 * the link was cut in two.
 */
export function registrationIn(token: string): string | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    return Payload.safeParse(JSON.parse(atob(payload))).data?.sub
  } catch {
    return undefined
  }
}

/** `<eventId>.<number>-<secret>` */
export const eventIn = (registrationId: string): string | undefined => registrationId.split('.')[0] || undefined
