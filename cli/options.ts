import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { MatchingSettings } from '../shared/domain/programme.ts'
import { InputError } from './input-error.ts'
import { isCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'

const USAGE = `Usage: npm run match -- FILE [--out pairs.json|pairs.csv] [--rules rules.json] [--verify] [--explain] [--threads N]
       npm run match -- FILE RESULT.json --verify [--rules rules.json]     checks a stored result; the result
           of a round has its rules in it
       npm run match -- FILE RESULT.json --what-if NEW.json [--rules OLD.json] [--out FILE]
           who would move, had the rules been those of NEW.json
       npm run match -- FILE RESULT.json --repair [--answered ANSWERED.txt] [--before OLDFILE] [--rules rules.json]
           [--verify] [--out FILE]
           pairs the people of today with the fewest changes to the pairs of RESULT.json. Mentors have all their seats,
           who declined has the other in past or blocked; ANSWERED.txt names mentees whose pairs stay, one id a line;
           OLDFILE has the people of then: when mentors came or left since, topics weigh what they did with it alone`
const MOST_THREADS = 256
/** More threads than this share too little work. */
const USEFUL_THREADS = 8

type Common = {
  /** The people. */
  file: string
  out: string | undefined
  settings: MatchingSettings
  threads: number
  verify: boolean
}
/** `stored` is a result that this command wrote before. */
export type Options = Readonly<
  Common &
    (
      | { task: 'match'; explain: boolean }
      /** `itsRules`: none were given, so that those count that the result may say of itself. */
      | { task: 'check'; stored: string; itsRules: boolean }
      | { task: 'what-if'; stored: string; change: string }
      | { task: 'repair'; stored: string; answered: string | undefined; before: string | undefined }
    )
>
/** What was typed for one task. */
export type OptionsOf<Task extends Options['task']> = Extract<Options, { task: Task }>

/** Which options make sense together. */
const FITTING: Readonly<Record<Options['task'], readonly string[]>> = {
  match: ['out', 'rules', 'verify', 'explain', 'threads'],
  check: ['rules', 'verify', 'threads'],
  'what-if': ['what-if', 'rules', 'out'],
  repair: ['repair', 'answered', 'before', 'rules', 'verify', 'out'],
}

/** What was typed. Throws an InputError with the usage, or with the wrong field of the rules. */
export function optionsOf(words: readonly string[]): Options {
  const { values, positionals } = parsed(words)
  const [file, stored, ...more] = positionals
  const { out, rules, answered, before, verify = false, explain = false, 'what-if': change } = values
  const threads = Number(values.threads ?? Math.min(USEFUL_THREADS, availableParallelism()))
  const possible = Number.isSafeInteger(threads) && threads >= 1 && threads <= MOST_THREADS
  if (!file || more.length > 0 || !possible) throw new InputError(USAGE)
  const fits = (task: Options['task']) => Object.keys(values).every((name) => FITTING[task].includes(name))
  const common = () => ({ file, out, settings: readSettings(rules), threads, verify })
  if (out !== undefined && isCsv(out) && (explain || change !== undefined))
    throw new InputError(`${out}: a table has room for pairs alone; please give a name that does not end in .csv`)
  if (stored === undefined) {
    if (fits('match')) return { ...common(), task: 'match', explain }
  } else if (change !== undefined) {
    if (fits('what-if')) return { ...common(), task: 'what-if', stored, change }
  } else if (values.repair) {
    if (fits('repair')) return { ...common(), task: 'repair', stored, answered, before }
  } else if (verify && fits('check')) return { ...common(), task: 'check', stored, itsRules: rules === undefined }
  throw new InputError(USAGE)
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
        explain: { type: 'boolean' },
        threads: { type: 'string' },
        'what-if': { type: 'string' },
        repair: { type: 'boolean' },
        answered: { type: 'string' },
        before: { type: 'string' },
      },
    })
  } catch (error) {
    throw new InputError(`${error instanceof Error ? `${error.message}\n` : ''}${USAGE}`)
  }
}

/** `{weights, rules, at}` as in the settings of a programme; what is left out stands at its default. */
const readSettings = (file: string | undefined): MatchingSettings =>
  file === undefined ? MatchingSettings.parse({}) : readJson(file, MatchingSettings, 'the rules')
