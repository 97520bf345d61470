import * as z from 'zod'
import type { Role } from '../../shared/domain/profile-form.ts'
import { noValues, readValues, type Values } from '../form/values.ts'

/**
 * What somebody has typed so far, kept on their device alone until it is sent: a phone in a break loses pages. Forgotten
 * after a month, since the device may not be theirs.
 */

const Kept = z.object({
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** When the form was opened first, and when something was typed last; milliseconds. */
  since: z.number(),
  at: z.number(),
})
export type Draft = { values: Values; since: number; kept: boolean }

const MONTH = 30 * 86_400_000
const keyOf = (role: Role) => `benchmate.sign-up.${role}`

export function loadDraft(role: Role): Draft {
  const now = Date.now()
  const { data } = Kept.safeParse(read(keyOf(role)))
  if (!data || now - data.at > MONTH) return { values: noValues, since: now, kept: false }
  const form = new FormData()
  for (const [name, value] of data.fields) form.append(name, value)
  return { values: readValues(form), since: data.since, kept: true }
}

/** The agreement is given anew each time. */
export function keepDraft(role: Role, form: FormData, since: number): void {
  const fields = [...form].filter(([name]) => name !== 'consent' && name !== 'website')
  write(keyOf(role), JSON.stringify({ fields, since, at: Date.now() }))
}

export const forgetDraft = (role: Role): void => write(keyOf(role), undefined)

/** A browser may refuse to store anything: then nothing is kept, and all else works. */
function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Full, or switched off.
  }
}
