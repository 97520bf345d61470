import { CfnOutput, Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'

const { DELIVERY, DELIVERY_DELAY, BOUNCE, COMPLAINT, REJECT } = EmailSendingEvent

/** Who our mail comes from, as SES knows them. Its domain has records in somebody's DNS, so it is not made anew lightly. */
export class Sender extends Construct {
  readonly sender: string
  /** What SES asks a permission for, to send from there. */
  readonly resources: string[]
  readonly configurationSet: string

  constructor(scope: Construct, id: string, { programme }: { programme: Programme }) {
    super(scope, id)
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
    this.sender = programme.sender
    this.configurationSet = configurationSet.configurationSetName
    this.resources = [
      identity.emailIdentityArn,
      Stack.of(this).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSet.configurationSetName,
      }),
    ]
  }
}
