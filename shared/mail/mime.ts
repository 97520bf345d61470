import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Recipient } from '../domain/mail.ts'
import type { Programme } from '../domain/programme.ts'
import { type Invitation, invitation } from '../events/calendar.ts'
import { CODE_ID } from './html.ts'
import type { Message } from './layout.ts'
import { oneLine, personName } from './plain.ts'
import { pictureOf } from './qr-code.ts'
import { threadOf } from './thread.ts'

export type Envelope = {
  programme: Programme
  to: Pick<Recipient, 'email' | 'firstName'>
  /** The outbox id: the same mail gets the same Message-ID, however often it is sent. */
  mailId: string
  /** `https://…/api/unsubscribe/<token>`, for mail that one can stop. */
  unsubscribeUrl?: string | undefined
  date: Date
}

/**
 * The message as it goes over the wire (RFC 5322, MIME): the bytes for `SendRawEmail`. The same input gives the same
 * bytes. SES puts its own Message-ID in place of ours; other servers keep it, and can drop a repeated mail by it.
 *
 * Mails about one match refer to the same id, which no mail has: so mail programs that follow references (RFC 5322
 * §3.6.4) keep them together whatever SES calls each of them.
 */
export async function mime(message: Message, envelope: Envelope): Promise<Uint8Array> {
  const { programme, to, mailId, unsubscribeUrl, date } = envelope
  const fingerprint = fingerprintOf(mailId)
  const thread = threadOf(mailId)
  const domain = programme.sender.slice(programme.sender.lastIndexOf('@') + 1)
  const composer = new MailComposer({
    from: { name: oneLine(programme.name), address: programme.sender },
    to: { name: personName(to.firstName), address: to.email },
    replyTo: { name: oneLine(programme.name), address: programme.replyTo },
    subject: message.subject,
    date,
    messageId: `<${fingerprint}@${domain}>`,
    ...(thread && { references: `<${fingerprintOf(thread)}@${domain}>` }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl ? unsubscribeHeaders(unsubscribeUrl, programme.replyTo) : {}),
    },
    text: message.text,
    html: message.html,
    ...(message.invitation && { icalEvent: calendarPart({ ...message.invitation, to }, envelope) }),
    ...(message.code && { attachments: [codePart(message.code)] }),
    encoding: 'quoted-printable',
    baseBoundary: fingerprint,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const fingerprintOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 40)

/** As what mail programs read themselves, and as a file for those that do not. */
const calendarPart = (made: Invitation, { programme, date }: Envelope) => ({
  method: made.method,
  filename: made.method === 'REQUEST' ? 'invite.ics' : 'cancelled.ics',
  content: invitation(made, { programme, stamp: date }),
})

/** Within the mail, since many programs show no picture from elsewhere. */
const codePart = (content: string) => ({
  filename: 'code.png',
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  cid: CODE_ID,
  content: pictureOf(content),
})

/** One click in the mail program (RFC 8058), or a mail to the organizers where it knows only that. */
const unsubscribeHeaders = (url: string, replyTo: string) => ({
  'List-Unsubscribe': `<${url}>, <mailto:${replyTo}?subject=unsubscribe>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
