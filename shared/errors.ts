/** A field that is wrong, e.g. `{ path: 'topics.0', message: 'Please choose at least one.' }`. */
export type FieldError = { path: string; message: string }

/** An expected failure. shared/http.ts turns it into problem+json (RFC 9457); everything else is a 500 without words. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly errors: FieldError[] | undefined
  /** What else the answer says, under names of its own (RFC 9457, 3.2). */
  readonly more: Record<string, unknown> | undefined

  constructor(status: number, title: string, detail: string, errors?: FieldError[], more?: Record<string, unknown>) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.title = title
    this.errors = errors
    this.more = more
  }
}

export const invalid = (errors: FieldError[]) =>
  new Problem(400, 'Please check the form', 'Some fields need another look.', errors)
export const notJson = () => new Problem(400, 'Not JSON', 'The body of the request is not valid JSON.')
export const badLink = () =>
  new Problem(
    401,
    'This link does not work',
    'The link is wrong or too old, or an organizer has ended it. Please ask for a new one.',
  )
export const notFound = (what: string) => new Problem(404, 'Not found', `There is no such ${what}.`)
export const conflict = (detail: string) => new Problem(409, 'Not possible now', detail)
/** Somebody else was faster; `current` is how the thing is now. */
export const outdated = (current: unknown) =>
  new Problem(
    409,
    'Changed meanwhile',
    'Somebody has changed it since you opened it. This is how it is now.',
    undefined,
    {
      current,
    },
  )
export const tooLarge = (kibibytes: number) =>
  new Problem(413, 'Too large', `The body of the request may have at most ${kibibytes} KiB.`)
/** `retryAfter`: in how many seconds it is worth asking again. */
export const busy = (retryAfter = 1) =>
  new Problem(503, 'Busy', 'Others changed the same thing at the same time. Please try again.', undefined, {
    retryAfter,
  })
