import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { CHOICE_OF, type Mail } from '../domain/mail.ts'
import type { Programme } from '../domain/programme.ts'
import type { Links } from '../links.ts'
import { patience } from '../patience.ts'
import { linksIn, message } from './message.ts'
import { mime } from './mime.ts'
import { tagOf } from './ses-event.ts'

type Deps = { ses: Pick<SESClient, 'send'>; links: Links; programme: Programme; configurationSet: string }

/**
 * Writes a mail and hands it to SES; gives SES's id of it. The links in it are signed now. What SES tells of it later
 * carries the tag.
 */
export const sendWith =
  ({ ses, links, programme, configurationSet }: Deps) =>
  async ({ id, facts, to, profileId, linkVersion }: Mail, now: Date): Promise<string> => {
    if (!facts || !to) throw new Error('This mail has lost its facts.')
    const matchId = 'matchId' in facts ? facts.matchId : undefined
    const about = CHOICE_OF[facts.kind] ? `?about=${CHOICE_OF[facts.kind]}` : ''
    const signed = await Promise.all(
      linksIn(facts.kind).map(async (page) => {
        const token = await links.sign({ page, profileId, linkVersion, ...(page === 'match' && { matchId }) }, now)
        const path = page === 'unsubscribe' ? `/api/unsubscribe/${token}${about}` : `/${page}#${token}`
        return [page, `${programme.siteUrl}${path}`] as const
      }),
    )
    const urls = Object.fromEntries(signed)
    const words = message(facts, { to, programme, links: urls })
    const raw = await mime(words, { programme, to, mailId: id, unsubscribeUrl: urls.unsubscribe, date: now })
    const { MessageId } = await ses.send(
      new SendRawEmailCommand({
        RawMessage: { Data: raw },
        ConfigurationSetName: configurationSet,
        Tags: [{ Name: 'mail', Value: tagOf(id) }],
      }),
    )
    return MessageId ?? ''
  }

/** One try, and a short wait for an answer: trying again later is the outbox's business. */
export const deployedSes = (requestHandler = patience()) => new SESClient({ maxAttempts: 1, requestHandler })

/**
 * SES did not like the mail itself, e.g. its address: sending it again will hardly help. SES says `MessageRejected` too
 * while the account is in the sandbox, paused, or has no verified sender: that passes, and is nothing about this mail.
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof SESServiceException &&
  ['MessageRejected', 'InvalidParameterValue'].includes(error.name) &&
  !/not verified|sandbox|paused|suspended/i.test(error.message)

/** We send too fast. The quota of a day is another thing: no short wait helps. */
export const isThrottling = (error: unknown): boolean =>
  error instanceof SESServiceException && /Throttl|TooMany/.test(error.name) && !/daily/i.test(error.message)
