import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import * as mailRoutes from '../shared/api/mail.ts'
import { GIVEN_UP, NOT_SENT } from '../shared/mail/log-lines.ts'
import { Complaint } from './complaint.ts'
import { Reputation } from './reputation.ts'
import { Slice, type SliceProps } from './slice.ts'

const { DELIVERY, DELIVERY_DELAY, BOUNCE, COMPLAINT, REJECT } = EmailSendingEvent

/** Sends the mail that is due, as soon as it is stored and each minute after; and notes what became of it. */
export class Mail extends Slice {
  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id, props)
    const { programme, database, links, api } = props
    // Which addresses get no mail is written in our table alone: organizers could not lift what stands in SES's own list.
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      disableSuppressionList: true,
    })
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [DELIVERY, DELIVERY_DELAY, BOUNCE, COMPLAINT, REJECT],
    })
    const domain = programme.sender.split('@')[1] ?? ''
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain), configurationSet })
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, {
        value: `${name} CNAME ${value}`,
        description: 'Add to the DNS of your domain',
      })
    }

    const errorImpact = 'Members get no e-mail.'
    const sender = {
      sender: programme.sender,
      resources: [
        identity.emailIdentityArn,
        Stack.of(this).formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: configurationSet.configurationSetName,
        }),
      ],
      configurationSet: configurationSet.configurationSetName,
    }
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
            tags: { 'ses:configuration-set': [configurationSet.configurationSetName], mail: [{ exists: true }] },
          },
        },
      },
      'What became of the mail that was sent.',
    )
    api.route(mailRoutes.listMailRoute(), this.reader('list-mail'))
    new Reputation(this, 'Reputation')
  }
}
