import * as z from 'zod'

/**
 * What somebody has typed into the form of an event, kept while the tab is open: a phone in a break loses pages. No
 * longer, since needs and answers may be delicate and the computer that of a whole laboratory.
 */

const Fields = z.array(z.tuple([z.string(), z.string()]))
/** What was sent, and its key, until there is an answer to it. */
const Sent = z.object({ body: z.string(), key: z.string() })

const fieldsOf = (eventId: string) => `benchmate.event.${eventId}.fields`
const sentOf = (eventId: string) => `benchmate.event.${eventId}.sent`

export function keptForm(eventId: string): FormData {
  const form = new FormData()
  for (const [name, value] of Fields.safeParse(read(fieldsOf(eventId))).data ?? []) form.append(name, value)
  return form
}

export const keepForm = (eventId: string, form: FormData): void => write(fieldsOf(eventId), [...form])

export function forgetForm(eventId: string): void {
  write(fieldsOf(eventId), undefined)
  write(sentOf(eventId), undefined)
}

/** The same filled-in form has the same key, even after a reload; another one has a new key. */
export function keyFor(eventId: string, form: unknown): string {
  const body = JSON.stringify(form)
  const sent = Sent.safeParse(read(sentOf(eventId))).data
  if (sent?.body === body) return sent.key
  const key = crypto.randomUUID()
  write(sentOf(eventId), { body, key })
  return key
}

/** A browser may refuse to store anything: then nothing is kept, and all else works. */
function read(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Full, or switched off.
  }
}
