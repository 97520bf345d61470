import type { Settings, Values, Weights } from './answers.ts'

/** The settings as fields of a form: each has a name such as `weights.topics`, a label, and its words. */

const WEIGHTS: Record<keyof Weights, string> = {
  topics: 'Topics wanted and offered',
  practice: 'Departments, credential, kind of workplace',
  style: 'Working style',
  contact: 'Shared hours and ways to meet',
  background: 'State, shift, experience',
}

export const WEIGHT_FIELDS = Object.entries(WEIGHTS).map(([key, label]) => ({ name: `weights.${key}`, label }))

export const RULE_FIELDS = [
  {
    name: 'rules.minimumExperienceGap',
    label: 'Years of experience a mentor must have more',
    hint: 'Pairs below this are never made.',
  },
  {
    name: 'rules.loadPenalty',
    label: 'Points that each further mentee of a mentor costs',
    hint: 'More points spread new mentees over more mentors.',
  },
]

export const LABELS: ReadonlyMap<string, string> = new Map([
  ...[...WEIGHT_FIELDS, ...RULE_FIELDS].map(({ name, label }) => [name, label] as const),
  ['weights', 'Weights'],
  ['rules', 'Rules'],
  ['publish', 'Regular rounds'],
  ['cadence', 'How often pairs meet'],
  ['organizers', 'Who signs the e-mails'],
])

export const PUBLISH_WORDS: Record<Values['publish'], string> = {
  auto: 'Introduce the pairs at once',
  review: 'Wait as a draft until an organizer has looked at it',
}

/** What stands in each field, by its name, with the spaces somebody has typed so far. */
export type Texts = Readonly<Record<string, string>>

export const textsIn = (form: FormData): Texts =>
  Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))

/** Settings as the fields show them. */
export const textsOf = ({ weights, rules, ...others }: Values): Texts => ({
  ...Object.fromEntries(Object.entries(weights).map(([key, points]) => [`weights.${key}`, String(points)])),
  ...Object.fromEntries(Object.entries(rules).map(([key, number]) => [`rules.${key}`, String(number)])),
  ...others,
})

/** What was filled in: settings as the API takes them. What is no whole number becomes none, and the API says so. */
export function filledIn(texts: Texts): Values {
  const text = (name: string) => texts[name]?.trim() ?? ''
  const number = (name: string) => (/^\d+$/.test(text(name)) ? Number(text(name)) : Number.NaN)
  return {
    weights: {
      topics: number('weights.topics'),
      practice: number('weights.practice'),
      style: number('weights.style'),
      contact: number('weights.contact'),
      background: number('weights.background'),
    },
    rules: {
      minimumExperienceGap: number('rules.minimumExperienceGap'),
      loadPenalty: number('rules.loadPenalty'),
    },
    publish: text('publish') === 'review' ? 'review' : 'auto',
    cadence: text('cadence'),
    organizers: text('organizers'),
  }
}

export const sumOf = (weights: Weights): number => Object.values(weights).reduce((sum, points) => sum + points, 0)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const KEYS = ['weights', 'rules', 'publish', 'cadence', 'organizers'] as const satisfies (keyof Values)[]

/** Which settings are not the same in both. */
export const differing = (one: Values, other: Values): (keyof Values)[] =>
  KEYS.filter((key) => !same(one[key], other[key]))

const alike = (one: string, other: string | undefined): boolean => one.trim() === other?.trim()

/**
 * What is in a form when the settings under it have changed, e.g. since somebody else has saved: what is there now, field
 * by field, and where something else was typed than was there before, that. Spaces around it make nothing else of it, and
 * stay: the next word may be on its way.
 */
export const joined = (typed: Texts, before: Texts, now: Texts): Texts =>
  Object.fromEntries(
    Object.entries(now).map(([name, text]) => {
      const mine = typed[name]
      return [name, mine === undefined || (alike(mine, before[name]) && !alike(mine, text)) ? text : mine]
    }),
  )

/** Which settings differ: what a save sends. What is as it was deployed is sent as `null`: it follows the next deployment. */
export function changesOf(wanted: Values, { settings, deployed }: Settings): Partial<Record<keyof Values, unknown>> {
  return Object.fromEntries(
    differing(wanted, settings).map((key) => [key, same(wanted[key], deployed[key]) ? null : wanted[key]]),
  )
}

/** A setting in words, for the history. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'as deployed'
  if (value === 'auto' || value === 'review') return PUBLISH_WORDS[value]
  if (value === '') return 'nothing'
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([key, each]) => `${LABELS.get(`weights.${key}`) ?? LABELS.get(`rules.${key}`) ?? key}: ${each}`)
    .join(', ')
}
