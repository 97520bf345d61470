import * as z from 'zod'
import { MatchingSettings } from '../shared/domain/programme.ts'
import { whatIf } from '../shared/matching/change/what-if.ts'
import { rulesFor } from '../shared/matching/rules.ts'
import type { Crowd } from './crowd.ts'
import { firstIssue, InputError } from './input-error.ts'
import { checkMadeFor } from './made-for.ts'
import type { OptionsOf } from './options.ts'
import type { Bar } from './progress.ts'
import { readJson } from './read-json.ts'
import { readStored } from './read-stored.ts'
import { jsonText, writePieces } from './write-pieces.ts'

/** As in a file of rules, except that everything may be left out; which values there may be, the settings say. */
const Change = z.strictObject({
  weights: z.record(z.string(), z.unknown()).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  at: z.unknown().optional(),
})

/** Who would move, had the rules been others. What the change does not name stays as it was. */
export function compare({ stored: name, change: file, settings, out }: OptionsOf<'what-if'>) {
  const stored = readStored(name)
  const { weights, rules } = changed(settings, file)
  return async ({ people }: Crowd, bar: Bar): Promise<number> => {
    bar.enter('comparing')
    const oldRules = rulesFor(people, settings)
    checkMadeFor(name, stored, people, oldRules)
    const answer = whatIf({ people, rules: oldRules, result: stored }, { weights, rules })
    bar.done()
    const { placedBefore, placedAfter, totals, moved, fewest } = answer
    await writePieces(out, jsonText({ placedBefore, placedAfter, totals, moved, fewest }))
    return 0
  }
}

/** Throws an InputError that names the file and the field. */
function changed(old: MatchingSettings, file: string): MatchingSettings {
  const { weights, rules, at = old.at } = readJson(file, Change, 'the rules')
  if (at !== old.at) throw new InputError(`${file}: at: the week must be that of the stored result, ${old.at}`)
  const merged = { weights: { ...old.weights, ...weights }, rules: { ...old.rules, ...rules }, at }
  const settings = MatchingSettings.safeParse(merged)
  if (!settings.success) throw new InputError(`${file}: ${firstIssue(settings.error, 'the rules')}`)
  return settings.data
}
