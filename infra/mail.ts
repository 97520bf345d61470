import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import { GIVEN_UP, NOT_SENT } from '../shared/mail/log-lines.ts'
import { Complaint } from './complaint.ts'
import type { Database } from './database.ts'
import { Lambda } from './lambda.ts'
import type { Links } from './links.ts'

type MailProps = { programme: Programme; database: Database; links: Links }

/** Sends the mail that is due: as soon as it is stored, and each minute what has become due since. */
export class Mail extends Construct {
  readonly lambdas: Lambda[]

  constructor(scope: Construct, id: string, { programme, database, links }: MailProps) {
    super(scope, id)
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    const domain = programme.sender.split('@')[1] ?? ''
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain), configurationSet })
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, {
        value: `${name} CNAME ${value}`,
        description: 'Add to the DNS of your domain',
      })
    }

    const common = { programme, errorImpact: 'Members get no e-mail.', timeout: Duration.minutes(1) }
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
    const sendMail = new Lambda(this, { file: 'send-mail', ...common })
      .reads(database)
      .writes(database)
      .signsLinks(links)
      .sendsMail(sender)
      .onChange(database, [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['mail'] } } } }], { batchSize: 100 })
      .every(ScheduleExpression.rate(Duration.minutes(1)), 'Sends the mail that has become due.')
    const { logGroup } = sendMail.function
    new Complaint(sendMail, 'NotSent', { logGroup, line: NOT_SENT, errorImpact: common.errorImpact, lasting: true })
    new Complaint(sendMail, 'GivenUp', { logGroup, line: GIVEN_UP, errorImpact: 'Somebody will never get a mail.' })
    this.lambdas = [sendMail]
  }
}
