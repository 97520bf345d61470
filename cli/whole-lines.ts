import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { fileError, InputError } from './input-error.ts'

/** No entry is nearly as long: what is longer is no file of people, and is not read to its end. */
const LONGEST_LINE = 2 ** 20
const BYTES_AT_A_TIME = 2 ** 18
const LINE_END = 10

/**
 * The text of a file, a few hundred lines at a time, cut where a line ends; so a file of any length takes little memory.
 * `watch` hears how many bytes were read.
 *
 * Throws an InputError that names the file, or the line that is too long or not UTF-8.
 */
export async function* wholeLines(file: string, watch?: (bytes: number) => void): AsyncGenerator<string> {
  let begun: Buffer[] = []
  let lines = 0
  let bytes = 0
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: BYTES_AT_A_TIME })) {
      const piece: Buffer = chunk
      bytes += piece.length
      watch?.(bytes)
      const end = piece.lastIndexOf(LINE_END) + 1
      if (end > 0) {
        const whole = Buffer.concat([...begun, piece.subarray(0, end)])
        yield decoded(whole, lines)
        lines += lineEnds(whole)
        begun = []
      }
      begun.push(piece.subarray(end))
      if (begun.length > LONGEST_LINE / BYTES_AT_A_TIME) {
        throw new InputError(`line ${lines + 1}: the line: longer than ${LONGEST_LINE / 2 ** 20} MiB`)
      }
    }
  } catch (error) {
    throw fileError(file, error)
  }
  const last = Buffer.concat(begun)
  if (last.length > 0) yield decoded(last, lines)
}

function decoded(bytes: Buffer, linesBefore: number): string {
  if (!isUtf8(bytes)) throw new InputError(`line ${linesBefore + firstBadLine(bytes)}: the line: not UTF-8 text`)
  const text = bytes.toString()
  return linesBefore === 0 && text.startsWith('\uFEFF') ? text.slice(1) : text
}

function firstBadLine(bytes: Buffer): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(LINE_END, from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) break
    from = end + 1
  }
  return line
}

function lineEnds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count++
  return count
}
