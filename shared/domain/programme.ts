import * as z from 'zod'
import { EmailAddress, paragraph, TimeZone } from './fields.ts'

/** The settings of one organization. They come from `cdk.json` and are checked when the stack is synthesized. */

const points = z.int().min(0).max(1000)

/** Most points that each part of a score can give; together always 1000. */
export const Weights = z
  .strictObject({
    /** Topics wanted and offered, rare ones weighing more. */
    topics: points.default(350),
    /** Departments, the credential pursued, the kind of workplace. */
    practice: points.default(200),
    /** Working style: structure, feedback, pace. */
    style: points.default(150),
    /** Shared hours and ways to meet. */
    contact: points.default(150),
    /** State or region, shift, experience gap. */
    background: points.default(150),
  })
  .refine((weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) === 1000, {
    message: 'the five weights must add up to 1000',
  })
export type Weights = z.output<typeof Weights>
export type PartName = keyof Weights

export const Rules = z.strictObject({
  /** A mentor must have at least this many more years of experience than the mentee. */
  minimumExperienceGap: z.int().min(0).max(40).default(2),
  /** A mentor's k-th new mentee costs this many points times k−1, so that load spreads. */
  loadPenalty: z.int().min(0).max(100).default(2),
})

/** What matching can be told. `at` fixes the week in which time zones are compared (summer time moves them). */
export const MatchingSettings = z.strictObject({
  weights: Weights.prefault({}),
  rules: Rules.prefault({}),
  at: z.iso.datetime().default('2026-01-15T12:00:00.000Z'),
})
export type MatchingSettings = z.output<typeof MatchingSettings>
export type MatchingSettingsInput = z.input<typeof MatchingSettings>

/** Minutes, hours, day of month, month, day of week (1 is Sunday), year; one of the two days is `?`. */
const [number, dayOfMonth, month, dayOfWeek] = ['[\\d*,/-]+', '[\\dLW*,/-]+', '[\\dA-Z*,/-]+', '[1-7A-Z*,/#-]+']
const CRON = `cron\\(${number} ${number} (\\? ${month} ${dayOfWeek}|${dayOfMonth} ${month} \\?) ${number}\\)`
const RATE = 'rate\\((1 (minute|hour|day)|(?!1 )[1-9]\\d* (minutes|hours|days))\\)'

/** As EventBridge writes them. Whether such a moment ever comes is checked when the stack is synthesized. */
const schedule = z
  .string()
  .regex(
    new RegExp(`^(${CRON}|${RATE})$`),
    'must be an EventBridge schedule such as cron(0 9 ? * MON *), with one ? for a day, or rate(7 days)',
  )

const origin = z
  .url()
  .refine((url) => new URL(url).origin === url, 'must be an origin such as https://mentors.example.org')

/** `auto`: a scheduled round is published at once. `review`: it waits as a draft for an organizer. */
export const PublishMode = z.enum(['auto', 'review'])
/** A sentence for pairs on how often to meet; an empty one is not said. */
export const Cadence = paragraph(300)
/** The names that sign every mail; none do when it is empty. */
export const OrganizerNames = paragraph(200)

/** Organizers may change some of it while it runs: see `settings.ts`. */
export const Programme = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The address that mail comes from; its domain or itself is the SES identity. */
  sender: EmailAddress,
  replyTo: EmailAddress,
  siteUrl: origin,
  /** The certificate (ACM, us-east-1) for the site's own name; without one, the site has CloudFront's name. */
  certificateArn: z
    .string()
    .regex(/^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/\S+$/, 'must be the ARN of a certificate in us-east-1')
    .optional(),
  timeZone: TimeZone,
  roundSchedule: schedule.default('cron(0 9 ? * MON *)'),
  publish: PublishMode.default('auto'),
  cadence: Cadence.default('Half an hour every two weeks is a good rhythm; agree on your own.'),
  organizers: OrganizerNames.default(''),
  weights: Weights.prefault({}),
  rules: Rules.prefault({}),
  /** So many people may wait to be paired: what runs a round is made for them. See docs/operating.md. */
  peopleExpected: z.int().min(1).max(2_000_000).default(20_000),
  /** Rounds that no function can hold run in a container that is started for them. */
  largeRounds: z.boolean().default(false),
  /** Programs get tokens to organize with, from a client with a secret. Cognito has a price for that. */
  scripts: z.boolean().default(false),
  /** How long somebody who deletes their profile can think better of it; 0 deletes at once. */
  undoMinutes: z.int().min(0).max(1440).default(10),
  mailsPerSecond: z.int().min(1).max(500).default(14),
  /** What the whole API answers, for all callers together; twice as many for a moment. */
  requestsPerSecond: z.int().min(1).max(10_000).default(50),
  /** What one network address may ask of the API in five minutes. A firewall counts it, which has a monthly price. */
  requestsPerNetwork: z.int().min(10).max(1_000_000).optional(),
})
export type Programme = z.output<typeof Programme>
