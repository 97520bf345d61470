import { Duration } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import * as mailRoutes from '../shared/api/mail.ts'
import * as settings from '../shared/api/settings.ts'
import * as words from '../shared/api/words.ts'
import { GIVEN_UP, NOT_SENT } from '../shared/mail/log-lines.ts'
import { Complaint } from './complaint.ts'
import { Reputation } from './reputation.ts'
import type { Sender } from './sender.ts'
import { Slice, type SliceProps } from './slice.ts'

/** Sends the mail that is due, as soon as it is stored and each minute after; and notes what became of it. */
export class Mail extends Slice {
  constructor(scope: Construct, id: string, { sender, ...props }: SliceProps & { sender: Sender }) {
    super(scope, id, props)
    const { database, links, api } = props
    const errorImpact = 'Members get no e-mail.'
    const sendMail = this.writer('send-mail', { errorImpact, timeout: Duration.minutes(1) })
      .signsLinks(links)
      .sendsMail(sender)
      .onChange(database, [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['mail'] } } } }], { batchSize: 100 })
      .every(ScheduleExpression.rate(Duration.minutes(1)), 'Sends the mail that has become due.')
    const { logGroup } = sendMail.function
    new Complaint(sendMail, 'NotSent', { logGroup, line: NOT_SENT, errorImpact, lasting: true })
    new Complaint(sendMail, 'GivenUp', { logGroup, line: GIVEN_UP, errorImpact: 'Somebody will never get a mail.' })

    this.writer('record-delivery', {
      errorImpact: 'Mail goes on to addresses that do not take it, which can cost the right to send.',
      timeout: Duration.seconds(30),
    }).onEvent(
      {
        source: ['aws.ses'],
        detail: {
          mail: {
            tags: { 'ses:configuration-set': [sender.configurationSet], mail: [{ exists: true }] },
          },
        },
      },
      'What became of the mail that was sent.',
    )
    api.route(mailRoutes.listMailRoute(), this.reader('list-mail'))
    api.route(mailRoutes.resendMailRoute(), this.writer('resend-mail'))
    api.route(words.listWordsRoute(), this.reader('list-words'))
    api.route(words.readWordsRoute(), this.reader('read-words'))
    api.route(words.editWordsRoute(), this.writer('edit-words'))
    api.route(words.previewWordsRoute(), this.reader('preview-words'))
    api.route(words.sendTestMailRoute(), this.writer('send-test-mail'))
    api.route(settings.readSettingsRoute(), this.reader('read-settings'))
    api.route(settings.editSettingsRoute(), this.writer('edit-settings'))
    api.route(settings.listSettingsChangesRoute(), this.reader('list-settings-changes'))
    new Reputation(this, 'Reputation')
  }
}
