import type { Programme } from './domain/programme.ts'
import { type Settings, type StoredSettings, settingsOf, withChosen } from './domain/settings.ts'
import { moment } from './mail/times.ts'
import { nextRun } from './schedule.ts'

/** The settings as organizers see them: how they are, how they were deployed, and what only a deployment changes. */
export const settingsView = (deployed: Programme, { chosen, version }: StoredSettings, now: Date) => ({
  version,
  settings: settingsOf(withChosen(deployed, chosen)),
  deployed: settingsOf(deployed),
  fixed: Object.entries(FIXED).map(([field, { name, value }]) => ({
    name,
    value: value(deployed, now),
    where: `cdk.json, programme.${field}`,
  })),
})

type Fixed = { name: string; value: (programme: Programme, now: Date) => string }

/** In the order of `cdk.json`. No secret is among them: those are in no setting. */
const FIXED: Record<Exclude<keyof Programme, keyof Settings>, Fixed> = {
  name: { name: 'Name', value: ({ name }) => name },
  sender: { name: 'Mail comes from', value: ({ sender }) => sender },
  replyTo: { name: 'Replies go to', value: ({ replyTo }) => replyTo },
  siteUrl: { name: 'Address of the site', value: ({ siteUrl }) => siteUrl },
  certificateArn: {
    name: 'Certificate of the site',
    value: ({ certificateArn }) => (certificateArn ? 'its own' : 'CloudFront’s'),
  },
  timeZone: { name: 'Time zone', value: ({ timeZone }) => timeZone },
  roundSchedule: {
    name: 'When rounds start',
    value: ({ roundSchedule, timeZone }, now) => {
      const next = nextRun(roundSchedule, timeZone, now)
      return next ? `${roundSchedule}: next on ${moment(next.toISOString(), timeZone)}` : roundSchedule
    },
  },
  peopleExpected: { name: 'People expected to wait', value: ({ peopleExpected }) => String(peopleExpected) },
  largeRounds: { name: 'Rounds too large for a function', value: ({ largeRounds }) => yesOrNo(largeRounds) },
  scripts: { name: 'Tokens for scripts', value: ({ scripts }) => yesOrNo(scripts) },
  undoMinutes: {
    name: 'To think better of leaving',
    value: ({ undoMinutes }) => (undoMinutes === 0 ? 'no time' : `${undoMinutes} minutes`),
  },
  mailsPerSecond: { name: 'Mails in a second', value: ({ mailsPerSecond }) => `at most ${mailsPerSecond}` },
  requestsPerSecond: {
    name: 'Requests in a second',
    value: ({ requestsPerSecond }) => `at most ${requestsPerSecond}`,
  },
  requestsPerNetwork: {
    name: 'Requests from one network in five minutes',
    value: ({ requestsPerNetwork }) => (requestsPerNetwork ? `at most ${requestsPerNetwork}` : 'not limited'),
  },
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')
