import type * as z from 'zod'
import type { Problem } from '../api.ts'

/** What is wrong, by field name (`topics`, `style.pace`); the first complaint of each. */
export type FieldErrors = Record<string, string>
export type Checked<Body> = { ok: true; body: Body } | { ok: false; errors: FieldErrors }

/** Asks the schema that the API asks too. */
export function check<Body>(schema: z.ZodType<Body>, body: unknown): Checked<Body> {
  const checked = schema.safeParse(body, { error: inPlainWords })
  if (checked.success) return { ok: true, body: checked.data }
  return { ok: false, errors: firstOfEach(checked.error.issues.map(({ path, message }) => [path.join('.'), message])) }
}

/** The fields that a problem of the API names. */
export const fieldErrors = ({ errors }: Problem): FieldErrors =>
  firstOfEach(errors.map(({ path, message }) => [path, message]))

/** Says what the schema leaves to zod's own, rather technical, words. */
function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.path?.[0] === 'style') return 'Please answer all three, or choose “Any” in all three.'
  if (issue.code === 'invalid_value') return 'Please choose one.'
  if (issue.code !== 'invalid_type') return undefined
  return issue.expected === 'string' ? 'Please fill this in.' : 'Please enter a whole number, such as 3.'
}

function firstOfEach(complaints: [path: string, message: string][]): FieldErrors {
  const errors: FieldErrors = {}
  for (const [path, message] of complaints) errors[fieldOf(path)] ??= message
  return errors
}

/** `topics.3` and `/topics/3` are about `topics`. */
const fieldOf = (path: string): string =>
  path
    .split(/[./[\]]+/)
    .filter((step) => step !== '' && !/^\d+$/.test(step))
    .join('.')
