import type { Node } from 'constructs'
import { Programme } from '../shared/domain/programme.ts'
import { lambdaFor } from '../shared/rounds/room.ts'
import { nextRun } from '../shared/schedule.ts'

/** The programme's settings from the context of `cdk.json`; a wrong one is named in a sentence. */
export function programmeFrom(node: Node): Programme {
  const context: unknown = node.tryGetContext('programme')
  const settings = Programme.safeParse(context ?? {})
  if (settings.success) {
    const { roundSchedule, timeZone, peopleExpected, largeRounds } = settings.data
    if (!largeRounds && !lambdaFor(peopleExpected)) {
      throw wrong(['programme.peopleExpected is more than any function can pair: set programme.largeRounds to true'])
    }
    if (!comes(roundSchedule, timeZone)) {
      throw wrong([`programme.roundSchedule is wrong: ${roundSchedule} never comes, or cannot be understood`])
    }
    return settings.data
  }

  const sentences = settings.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const where = ['programme', ...issue.path, ...(unknown.length === 1 ? unknown : [])].join('.')
    return `${where} is wrong: ${issue.message}`
  })
  throw wrong(sentences)
}

function wrong(sentences: string[]): Error {
  const error = new Error(`Please correct cdk.json (context). ${sentences.join('. ')}.`)
  error.name = 'WrongSetting'
  return error
}

/** A rate always does; a cron may ask for the 31st of February, or for something that is no time at all. */
function comes(schedule: string, timeZone: string): boolean {
  if (schedule.startsWith('rate')) return true
  try {
    return nextRun(schedule, timeZone, new Date()) !== undefined
  } catch {
    return false
  }
}
