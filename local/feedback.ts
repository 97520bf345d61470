import { randomUUID } from 'node:crypto'
import type { BusEvent } from './bus.ts'
import { AWS_ENVIRONMENT } from './credentials.ts'

/** What SES was handed, as far as its events tell of it. */
export type Accepted = {
  messageId: string
  from: string
  /** Bare addresses. */
  to: string[]
  subject: string
  configurationSet: string | undefined
  tags: Record<string, string>
}

const SIMULATOR = 'simulator.amazonses.com'

/**
 * The events that SES would publish for a mail: it is delivered; or, to an address of SES's mailbox simulator, it comes
 * back, or is complained about. Shaped as in "Examples of event data" of the SES developer guide. What has no
 * configuration set has no events.
 */
export function feedbackOn(mail: Accepted, now: Date): BusEvent[] {
  if (!mail.configurationSet) return []
  const [box = '', domain] = mail.to[0]?.toLowerCase().split('@') ?? []
  const simulated = domain === SIMULATOR ? box.split('+')[0] : 'success'
  const timestamp = now.toISOString()
  const event = (name: string, eventType: string, key: string, about: object): BusEvent => ({
    version: '0',
    id: randomUUID(),
    'detail-type': name,
    source: 'aws.ses',
    account: '000000000000',
    time: timestamp,
    region: AWS_ENVIRONMENT.AWS_REGION,
    resources: [],
    detail: { eventType, mail: described(mail, timestamp), [key]: { timestamp, ...about } },
  })
  const delivered = event('Email Delivered', 'Delivery', 'delivery', {
    recipients: mail.to,
    processingTimeMillis: 100,
    smtpResponse: '250 ok',
  })
  const bounced = (bounceSubType: string) =>
    event('Email Bounced', 'Bounce', 'bounce', {
      feedbackId: randomUUID(),
      bounceType: 'Permanent',
      bounceSubType,
      bouncedRecipients: mail.to.map((emailAddress) => ({
        emailAddress,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: `smtp; 550 5.1.1 <${emailAddress}>... no such mailbox`,
      })),
    })
  switch (simulated) {
    case 'bounce':
      return [bounced('General')]
    case 'suppressionlist':
      return [bounced('Suppressed')]
    case 'complaint': {
      const complaint = {
        feedbackId: randomUUID(),
        complaintFeedbackType: 'abuse',
        complainedRecipients: mail.to.map((emailAddress) => ({ emailAddress })),
      }
      return [delivered, event('Email Complaint Received', 'Complaint', 'complaint', complaint)]
    }
    default:
      return [delivered]
  }
}

const described = ({ messageId, from, to, subject, configurationSet, tags }: Accepted, timestamp: string) => ({
  timestamp,
  source: from,
  sendingAccountId: '000000000000',
  messageId,
  destination: to,
  headersTruncated: false,
  headers: [],
  commonHeaders: { from: [from], to, subject },
  tags: {
    'ses:configuration-set': [configurationSet],
    'ses:operation': ['SendRawEmail'],
    ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  },
})
