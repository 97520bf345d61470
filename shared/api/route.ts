import type * as z from 'zod'
import type { OrganizerScope } from '../domain/organizer.ts'
import type { Refusal } from './refusals.ts'

/**
 * What the API promises of a route, said once: the function takes what it accepts, the stack its key and who may call
 * it, the document at /api/openapi.json all of it. Each route is a function that makes it, so that the bundle of one
 * holds no other.
 */
export type Route = {
  key: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /api/${string}`
  /** A few words, as a heading. */
  summary: string
  /** What a caller cannot see from the rest. */
  description?: string
  for: Caller
  /** A part that is left out accepts nothing. */
  takes: { path?: z.ZodObject; query?: z.ZodType; body?: z.ZodType }
  /** The body, where `takes` leaves open what only the function knows. */
  form?: z.ZodType
  /** The body is a file of one of these types, not JSON. */
  uploads?: readonly MediaType[]
  /** The same `Idempotency-Key` again is the same request. */
  idempotencyKey?: true
  /** What it answers with a status: JSON of that form, or a file of one of these types. */
  answers: Readonly<Record<number, z.ZodType | MediaType | readonly MediaType[]>>
  /** What it refuses with, beyond what every route for these callers may. */
  refusals?: readonly Refusal[]
  /** `file`: sends one of that name. */
  example?: { query?: Record<string, string>; body?: unknown; file?: string }
}

/** What a function gets of a request, parsed. */
export type Taken<Make extends () => Route> = {
  [Part in keyof ReturnType<Make>['takes']]: z.output<Extract<ReturnType<Make>['takes'][Part], z.ZodType>>
}

export type MediaType = `${'text' | 'application'}/${string}`

/** - `member`: with the token of a link in an e-mail. - `organize`, `check-in`: with a token that has that scope. */
type Caller = keyof typeof SCOPES

/** Of these scopes a token needs one; an organizer may do whatever is done at the door. */
export const SCOPES = {
  everyone: [],
  member: [],
  organize: ['organize'],
  'check-in': ['organize', 'check-in'],
} as const satisfies Record<string, readonly OrganizerScope[]>
