import { Duration } from 'aws-cdk-lib'
import { FunctionUrlOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { importAttendeesRoute } from '../shared/api/attendees.ts'
import type { Organizers } from './organizers.ts'
import { Slice, type SliceProps } from './slice.ts'

/** What no answer of the HTTP API can hold: attendee lists. An HTTP API does not stream; see docs/decisions/0009. */
export class Downloads extends Slice {
  /** The paths on the site, as CloudFront has them, and where they lead. */
  readonly paths = '/api/organizer/events/*/attendees.*'
  readonly origin: FunctionUrlOrigin

  constructor(scope: Construct, id: string, { organizers, ...props }: SliceProps & { organizers: Organizers }) {
    super(scope, id, props)
    const { api } = props

    const list = organizers.checkedBy(
      this.writer('export-attendees', {
        errorImpact: 'Organizers get no attendee lists, or broken ones.',
        timeout: Duration.minutes(15),
      }),
    )
    // Everybody can call it; the function turns away who has no token. CloudFront could sign its calls, but its
    // signature stands in the header in which the token does.
    const url = list.function.addFunctionUrl({
      authType: FunctionUrlAuthType.NONE,
      invokeMode: InvokeMode.RESPONSE_STREAM,
    })
    this.origin = new FunctionUrlOrigin(url, { readTimeout: Duration.seconds(60) })

    api.route(importAttendeesRoute(), this.writer('import-attendees', { memory: 1024, timeout: Duration.seconds(29) }))
  }
}
