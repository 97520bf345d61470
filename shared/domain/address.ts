import * as z from 'zod'
import type { Role } from './profile-form.ts'

/** Who is behind an address: at most one profile in each role. Keyed by a hash of the normalised address. */
export const Address = z.strictObject({
  hash: z.string(),
  mentor: z.string().optional(),
  mentee: z.string().optional(),
  /** When mails that anybody can ask for went to it, within the last hour. */
  asked: z.array(z.iso.datetime()),
  version: z.int(),
})
export type Address = z.output<typeof Address>

/** Anybody can type any address: so many mails an hour, and no more. */
const MAILS_AN_HOUR = 3
const HOUR = 3_600_000
export const HAD_ENOUGH = 'Three such mails went to this address within the last hour. Please try again later.'

export const newAddress = (hash: string): Address => ({ hash, asked: [], version: 0 })

/** The address with one more mail counted; undefined when it has had enough for this hour. */
export function askedAgain(address: Address, now: Date): Address | undefined {
  const asked = address.asked.filter((at) => now.getTime() - Date.parse(at) < HOUR)
  return asked.length < MAILS_AN_HOUR ? { ...address, asked: [...asked, now.toISOString()] } : undefined
}

export const withProfile = (address: Address, role: Role, id: string): Address => ({ ...address, [role]: id })

export function withoutProfile(address: Address, role: Role): Address {
  const { [role]: _gone, ...rest } = address
  return rest
}

export const profileIds = (address: Address): string[] =>
  [address.mentee, address.mentor].filter((id) => id !== undefined)

/** Where dots before the @ mean nothing; both names are one provider. */
const DOTS_MEAN_NOTHING = ['gmail.com', 'googlemail.com']

/**
 * The address as people are told apart by it: `Sam.Rivera+lab@gmail.com` and `samrivera@googlemail.com` are one mailbox.
 * Mail always goes to the address as it was typed. What is no address, such as a hash of one, stays as it is.
 */
export function normalAddress(email: string): string {
  const address = email.trim().normalize('NFC').toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const [box, domain] = [address.slice(0, at), address.slice(at + 1)]
  const untagged = box.replace(/(?<=.)\+.*$/s, '')
  return DOTS_MEAN_NOTHING.includes(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`
}
