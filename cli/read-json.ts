import { readFileSync } from 'node:fs'
import type * as z from 'zod'
import { fileError, firstIssue, InputError } from './input-error.ts'

/** A small file of JSON. Throws an InputError that names the file and the field; `whole` is what it holds, e.g. "the rules". */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema, whole: string): z.output<Schema> {
  const parsed = schema.safeParse(jsonIn(file))
  if (!parsed.success) throw new InputError(`${file}: ${firstIssue(parsed.error, whole)}`)
  return parsed.data
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw error instanceof SyntaxError ? new InputError(`${file}: not JSON`) : fileError(file, error)
  }
}
