import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { CHOICE_OF, type Mail } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { Programme } from '../domain/programme.ts'
import type { EditedPhrases } from '../domain/words.ts'
import type { Links } from '../links.ts'
import { patience } from '../patience.ts'
import { emptyLinks, type Links as PageLinks } from './context.ts'
import { linksIn, message } from './message.ts'
import { mime } from './mime.ts'
import { tagOf } from './ses-event.ts'

type Deps = {
  ses: Pick<SESClient, 'send'>
  links: Links
  /** As organizers have set it by now. */
  programme: () => Promise<Programme>
  /** What organizers say in words of their own. */
  words: (kind: MailKind) => Promise<EditedPhrases>
  configurationSet: string
}

/**
 * Writes a mail and hands it to SES; gives SES's id of it. The links in it are signed now. What SES tells of it later
 * carries the tag.
 */
export const sendWith = (deps: Deps) => {
  const signed = signing(deps.links)
  return async (mail: Mail, now: Date): Promise<string> => {
    const { id, facts, to, test } = mail
    if (!facts || !to) throw new Error('This mail has lost its facts.')
    const [programme, words] = await Promise.all([deps.programme(), test?.words ?? deps.words(facts.kind)])
    const { unsubscribe, ...links } = test ? emptyLinks(programme.siteUrl) : await signed(mail, facts, programme, now)
    const written = message(facts, { to, programme, links, words, isTest: test !== undefined })
    const unsubscribeUrl = test ? undefined : unsubscribe
    const raw = await mime(written, { programme, to, mailId: id, unsubscribeUrl, date: now })
    const { MessageId } = await deps.ses.send(
      new SendRawEmailCommand({
        RawMessage: { Data: raw },
        ConfigurationSetName: deps.configurationSet,
        Tags: [{ Name: 'mail', Value: tagOf(id) }],
      }),
    )
    return MessageId ?? ''
  }
}

const signing =
  (links: Links) =>
  async ({ profileId, linkVersion }: Mail, facts: MailFacts, { siteUrl }: Programme, now: Date): Promise<PageLinks> => {
    const matchId = 'matchId' in facts ? facts.matchId : undefined
    const about = CHOICE_OF[facts.kind] ? `?about=${CHOICE_OF[facts.kind]}` : ''
    const signed = await Promise.all(
      linksIn(facts.kind).map(async (page) => {
        const token = await links.sign({ page, profileId, linkVersion, ...(page === 'match' && { matchId }) }, now)
        const path = page === 'unsubscribe' ? `/api/unsubscribe/${token}${about}` : `/${page}#${token}`
        return [page, `${siteUrl}${path}`] as const
      }),
    )
    return Object.fromEntries(signed)
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
