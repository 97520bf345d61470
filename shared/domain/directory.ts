import type { Profile } from './profile.ts'
import type { Role } from './profile-form.ts'

/** Finding people by what somebody remembers of a name or an address. Neither case nor accents matter. */

export type DirectoryFilter = {
  role?: Role | undefined
  status?: Profile['status'] | undefined
  /** The state they live in. */
  state?: string | undefined
  /** Pieces of names or of the address, in any order, e.g. `ruiz ana`. */
  q?: string | undefined
}

/** Letters that people type without, though Unicode does not take them for another letter with a mark. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '’': "'",
}

/** `Łukasz Müller` as `lukasz muller`. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłı’]/g, (letter) => TYPED_AS[letter] ?? letter)

/** What a search looks through. */
export const lookedThrough = ({ contact }: Pick<Profile, 'contact'>): string =>
  folded(`${contact.firstName} ${contact.lastName} ${contact.email}`)

/** The pieces that must all be there. None: everybody fits. */
export const piecesOf = (q = ''): string[] => [...new Set(folded(q).split(/\s+/).filter(Boolean))]

export const isFiltered = ({ role, status, state, q }: DirectoryFilter): boolean =>
  Boolean(role || status || state || piecesOf(q).length)

export function fits({ role, status, state, q }: DirectoryFilter): (profile: Profile) => boolean {
  const pieces = piecesOf(q)
  return (profile) => {
    const text = lookedThrough(profile)
    return (
      (!role || profile.role === role) &&
      (!status || profile.status === status) &&
      (!state || profile.traits.state === state) &&
      pieces.every((piece) => text.includes(piece))
    )
  }
}
