import * as z from 'zod'
import { Cadence, OrganizerNames, type Programme, PublishMode, Rules, Weights } from './programme.ts'

/** What organizers may change of the programme while it runs. Everything else changes with a deployment. */

export type Settings = Pick<Programme, 'weights' | 'rules' | 'publish' | 'cadence' | 'organizers'>

/** What they chose; what is missing is as it was deployed. */
export const ChosenSettings = z.strictObject({
  weights: Weights.optional(),
  rules: Rules.optional(),
  publish: PublishMode.optional(),
  cadence: Cadence.optional(),
  organizers: OrganizerNames.optional(),
})
export type ChosenSettings = z.output<typeof ChosenSettings>

/** As it is stored. Version 0: nobody has ever changed anything. */
export const StoredSettings = z.strictObject({ chosen: ChosenSettings, version: z.int() })
export type StoredSettings = z.output<typeof StoredSettings>

/** `weights.topics` of 350 that is 400 now. */
const Value = z.union([z.string(), z.number()])
const Change = z.strictObject({ field: z.string(), from: Value, to: Value })
type Change = z.output<typeof Change>

export const SettingsChange = z.strictObject({
  at: z.iso.datetime(),
  /** See `whoseToken`. */
  who: z.string(),
  changes: z.array(Change),
})
export type SettingsChange = z.output<typeof SettingsChange>

export const settingsOf = ({ weights, rules, publish, cadence, organizers }: Settings): Settings => ({
  weights,
  rules,
  publish,
  cadence,
  organizers,
})

/** The programme as it was deployed, with what organizers have chosen since. */
export const withChosen = (deployed: Programme, chosen: ChosenSettings): Programme => ({ ...deployed, ...chosen })

/** Parts of weights and rules can be named alone; `null` is what was deployed. */
export type SettingsPatch = {
  [Field in keyof Settings]?:
    | (Settings[Field] extends object ? Parts<Settings[Field]> : Settings[Field])
    | null
    | undefined
}
type Parts<Whole> = { [Part in keyof Whole]?: Whole[Part] | undefined }

/** What organizers have chosen after a change; throws a ZodError when it cannot be. What was deployed is no choice. */
export function chosenAfter(deployed: Programme, before: ChosenSettings, patch: SettingsPatch): ChosenSettings {
  const { weights, rules } = withChosen(deployed, before)
  const wanted = {
    ...before,
    ...patch,
    ...(patch.weights && { weights: { ...weights, ...patch.weights } }),
    ...(patch.rules && { rules: { ...rules, ...patch.rules } }),
  }
  const named = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined)
  const chosen = ChosenSettings.parse(Object.fromEntries(named))
  const differing = changesBetween(deployed, withChosen(deployed, chosen))
  const isChosen = (field: string) => differing.some((change) => change.field.split('.')[0] === field)
  return ChosenSettings.parse(Object.fromEntries(Object.entries(chosen).filter(([field]) => isChosen(field))))
}

export function changesBetween(before: Settings, after: Settings): Change[] {
  const now = new Map(leavesOf(after))
  return leavesOf(before).flatMap(([field, from]) => {
    const to = now.get(field)
    return to === undefined || to === from ? [] : [{ field, from, to }]
  })
}

type Leaf = [field: string, value: string | number]

const leavesOf = (settings: Settings): Leaf[] =>
  Object.entries(settingsOf(settings)).flatMap(([field, value]): Leaf[] =>
    typeof value === 'string'
      ? [[field, value]]
      : Object.entries(value).map(([part, points]): Leaf => [`${field}.${part}`, points]),
  )
