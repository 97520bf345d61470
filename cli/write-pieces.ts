import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { chunks } from '../shared/parallel.ts'
import { fileError } from './input-error.ts'

/** So many entries of a list are put into words at a time. */
export const AT_A_TIME = 500

/**
 * Writes text to a file, or to standard output when no name is given, as fast as it is taken. Whoever stops listening
 * (`| head`) has heard enough. Throws an InputError when the file cannot be written.
 */
export async function writePieces(out: string | undefined, text: Iterable<string>): Promise<void> {
  const pieces = Readable.from(text)
  try {
    if (out === undefined) await pipeline(pieces, process.stdout, { end: false })
    else await pipeline(pieces, createWriteStream(out))
  } catch (error) {
    if (out !== undefined) throw fileError(out, error)
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

/** One line of JSON a thing in a list, and the end of the line: the whole text of 300,000 people would be long. */
export function* jsonText(fields: object): Generator<string> {
  yield* jsonPieces(fields)
  yield '\n'
}

function* jsonPieces(fields: object): Generator<string> {
  const entries: [string, unknown][] = Object.entries(fields)
  let before = '{'
  for (const [name, value] of entries) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(name)}:`
    if (Array.isArray(value)) yield* listed(value)
    else if (typeof value === 'object' && value !== null) yield* jsonPieces(value)
    else yield JSON.stringify(value)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

function* listed(entries: readonly unknown[]): Generator<string> {
  const between = typeof entries[0] === 'object' ? ',\n' : ','
  let before = '['
  for (const some of chunks(entries, AT_A_TIME)) {
    yield before + some.map((entry) => JSON.stringify(entry)).join(between)
    before = between
  }
  yield before === '[' ? '[]' : ']'
}
