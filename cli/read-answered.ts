import { readFileSync } from 'node:fs'
import { fileError, InputError } from './input-error.ts'

/**
 * The mentees who answered their introduction, one id a line, and the line of each. `introduced` are the mentees who have
 * one. Throws an InputError that names the file and the line of anybody else.
 */
export function readAnswered(file: string, introduced: ReadonlySet<string>): Map<string, number> {
  const answered = new Map<string, number>()
  for (const [n, line] of textOf(file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const id = line.trim()
    if (id === '') continue
    if (!introduced.has(id))
      throw new InputError(`${file}: line ${n + 1}: the result introduces no mentee ${JSON.stringify(id)}`)
    answered.set(id, n + 1)
  }
  return answered
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw fileError(file, error)
  }
}
