import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { peopleFor, SHORTAGES } from '../bench/people.ts'

const USAGE = 'Usage: npm run people -- N --seed S [--shortage scarce|balanced|rich]'
const LINES_AT_A_TIME = 500

/** A believable population, one person a line, written as fast as somebody reads. */
function* linesOf(wanted: NonNullable<ReturnType<typeof wantedBy>>): Generator<string> {
  let lines: string[] = []
  for (const person of peopleFor(wanted.count, wanted.seed, wanted.shortage)) {
    if (lines.push(JSON.stringify(person)) < LINES_AT_A_TIME) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`
}

/** Undefined when the words make no sense. */
function wantedBy(words: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { seed: { type: 'string', default: '1' }, shortage: { type: 'string', default: 'balanced' } },
    })
    const [count, seed] = [Number(positionals[0]), Number(values.seed)]
    const shortage = SHORTAGES.find((name) => name === values.shortage)
    const sound = positionals.length === 1 && Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(seed)
    return sound && shortage ? { count, seed, shortage } : undefined
  } catch {
    return undefined
  }
}

const wanted = wantedBy(process.argv.slice(2))
if (wanted) {
  await pipeline(Readable.from(linesOf(wanted)), process.stdout, { end: false }).catch(
    (error: NodeJS.ErrnoException) => {
      // Whoever stops reading has read enough.
      if (error.code !== 'EPIPE') throw error
    },
  )
} else {
  console.error(USAGE)
  process.exitCode = 2
}
