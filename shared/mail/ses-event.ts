import * as z from 'zod'
import type { Delivery } from '../domain/delivery.ts'
import { hashOf } from '../store/addresses.ts'

/**
 * What SES tells through EventBridge, as far as we need it. The shapes are those of "Examples of event data that Amazon
 * SES publishes" in the SES developer guide. An event quotes addresses and the subject: it is never logged.
 */

const recipient = z.object({ emailAddress: z.string(), status: z.string().optional() })
const about = {
  mail: z.object({
    messageId: z.string(),
    timestamp: z.string(),
    tags: z.looseObject({ mail: z.tuple([z.string()]) }),
  }),
}
const at = z.string().transform((text) => new Date(text).toISOString())

const Detail = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Delivery'), ...about, delivery: z.object({ timestamp: at }) }),
  z.object({
    eventType: z.literal('Bounce'),
    ...about,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string(),
      bouncedRecipients: z.array(recipient),
      timestamp: at,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    ...about,
    complaint: z.object({
      complainedRecipients: z.array(recipient),
      complaintFeedbackType: z.string().optional(),
      timestamp: at,
    }),
  }),
  z.object({ eventType: z.literal('Reject'), ...about, reject: z.object({ reason: z.string() }) }),
  z.object({
    eventType: z.literal('DeliveryDelay'),
    ...about,
    deliveryDelay: z.object({ delayType: z.string(), timestamp: at }),
  }),
])

export const SesEvent = z.object({ source: z.literal('aws.ses'), detail: Detail })
export type SesEvent = z.output<typeof SesEvent>

/** `addressHashes`: of those that the mail did not reach, or who complained; empty otherwise. */
export type News = { delivery: Delivery; addressHashes: string[] }

/** A mail's id as SES may carry it: tags have letters, digits, `-` and `_` alone, at most 255 of them. */
export const tagOf = (mailId: string): string => Buffer.from(mailId).toString('base64url')

/** The event in our words. */
export function newsIn({ detail }: SesEvent): News {
  const { messageId, timestamp, tags } = detail.mail
  const mail = { mailId: Buffer.from(tags.mail[0], 'base64url').toString(), messageId }
  const news = (
    rest: Pick<Delivery, 'status' | 'at' | 'diagnostic'>,
    people: readonly { emailAddress: string }[] = [],
  ) => ({
    delivery: { ...mail, ...rest },
    addressHashes: people.map(({ emailAddress }) => hashOf(bare(emailAddress))),
  })
  switch (detail.eventType) {
    case 'Delivery':
      return news({ status: 'delivered', at: detail.delivery.timestamp })
    case 'DeliveryDelay':
      return news({ status: 'delayed', at: detail.deliveryDelay.timestamp, diagnostic: detail.deliveryDelay.delayType })
    case 'Reject':
      return news({ status: 'rejected', at: new Date(timestamp).toISOString() })
    case 'Complaint': {
      const { complainedRecipients, complaintFeedbackType, timestamp: at } = detail.complaint
      return news({ status: 'complained', at, diagnostic: complaintFeedbackType }, complainedRecipients)
    }
    case 'Bounce': {
      const { bounceType, bounceSubType, bouncedRecipients, timestamp: at } = detail.bounce
      const diagnostic = [bounceType, bounceSubType, bouncedRecipients[0]?.status].filter(Boolean).join(' ')
      const hard = bounceType === 'Permanent'
      return news({ status: hard ? 'bounced' : 'returned', at, diagnostic }, bouncedRecipients)
    }
  }
}

/** SES quotes addresses as they stood in the mail, sometimes with the name before them. */
const bare = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address
