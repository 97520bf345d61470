import type * as z from 'zod'

/** What was typed or handed over is wrong: where, and what. Ends the command with exit code 2. */
export class InputError extends Error {}

/** The first thing that a schema has against a value: the field, and what is wrong with it. */
export function firstIssue({ issues: [issue] }: z.ZodError, otherwise: string): string {
  const keys = issue?.code === 'unrecognized_keys' ? [issue.keys.join(', ')] : []
  return `${[...(issue?.path ?? []), ...keys].join('.') || otherwise}: ${issue?.message}`
}

/** The system's words for a file that cannot be read or written, e.g. "no such file or directory". */
export function fileError(file: string, error: unknown): unknown {
  const words = error instanceof Error && 'syscall' in error && /^\w+: ([^,]+),/.exec(error.message)?.[1]
  return words ? new InputError(`${file}: ${words}`) : error
}
