import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { MatchingSettings } from '../shared/domain/programme.ts'
import { fileError, firstIssue, InputError } from './input-error.ts'

const USAGE = `Usage: npm run match -- FILE [--out pairs.json|pairs.csv] [--rules rules.json] [--verify] [--threads N]
       npm run match -- FILE RESULT.json --verify [--rules rules.json]     checks a stored result`
const MOST_THREADS = 256
/** More threads than this share too little work. */
const USEFUL_THREADS = 8

export type Options = Readonly<{
  file: string
  /** A result that is to be checked; nothing is matched then. */
  stored: string | undefined
  out: string | undefined
  settings: MatchingSettings
  verify: boolean
  threads: number
}>

/** What was typed. Throws an InputError with the usage, or with the wrong field of the rules. */
export function optionsOf(words: readonly string[]): Options {
  const { values, positionals } = parsed(words)
  const [file, stored, ...more] = positionals
  const { out, rules, verify = false } = values
  const threads = Number(values.threads ?? Math.min(USEFUL_THREADS, availableParallelism()))
  const possible = Number.isSafeInteger(threads) && threads >= 1 && threads <= MOST_THREADS
  const checking = stored !== undefined
  if (!file || more.length > 0 || !possible || (checking && (!verify || out !== undefined))) throw new InputError(USAGE)
  return { file, stored, out, settings: settingsOf(rules), verify, threads }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        rules: { type: 'string' },
        verify: { type: 'boolean' },
        threads: { type: 'string' },
      },
    })
  } catch (error) {
    throw new InputError(`${error instanceof Error ? `${error.message}\n` : ''}${USAGE}`)
  }
}

/** `{weights, rules, at}` as in the settings of a programme; what is left out stands at its default. */
function settingsOf(file: string | undefined): MatchingSettings {
  if (file === undefined) return MatchingSettings.parse({})
  const settings = MatchingSettings.safeParse(jsonFile(file))
  if (!settings.success) throw new InputError(`${file}: ${firstIssue(settings.error, 'the rules')}`)
  return settings.data
}

/** Throws an InputError that names the file. */
export function jsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw error instanceof SyntaxError ? new InputError(`${file}: not JSON`) : fileError(file, error)
  }
}
