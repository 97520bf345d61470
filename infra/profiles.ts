import { Duration } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import { Slice, type SliceProps } from './slice.ts'

/** People: sign up, confirm, look after one's own profile; organizers look after all. */
export class Profiles extends Slice {
  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id, props)
    const { links, api } = props
    const member = (file: string) => this.writer(file).signsLinks(links)

    api.route('GET /api/health', this.lambda('report-health'))
    api.route('GET /api/programme', this.lambda('read-programme'))
    api.route('POST /api/profiles', this.writer('sign-up'))
    api.route('POST /api/profiles/confirm', member('confirm-profile'))
    api.route('POST /api/links', this.writer('send-link'))
    api.route('POST /api/unsubscribe/{token}', member('unsubscribe'))
    api.route('GET /api/unsubscribe/{token}', this.lambda('open-unsubscribe'))

    api.route('GET /api/me', this.reader('read-me').signsLinks(links))
    api.route('PATCH /api/me', member('edit-me'))
    api.route('DELETE /api/me', member('delete-me'))
    api.route('POST /api/me/stay', member('keep-me'))
    api.route('POST /api/me/pause', member('pause-me'))
    api.route('POST /api/me/resume', member('resume-me'))
    api.route('GET /api/me/data', this.reader('download-my-data').signsLinks(links))
    api.route('GET /api/me/mail', this.reader('read-mail-choices').signsLinks(links))
    api.route('PATCH /api/me/mail', member('choose-mail'))

    this.writer('tend-profiles', {
      errorImpact: 'People who left stay stored, or a pause does not end.',
      timeout: Duration.minutes(1),
    }).every(ScheduleExpression.rate(Duration.minutes(1)), 'Deletes who left, and ends pauses.')

    api.organizerRoute('GET /api/organizer/profiles', this.reader('list-profiles'))
    api.organizerRoute('GET /api/organizer/profiles/{profileId}', this.reader('read-profile'))
    api.organizerRoute('PATCH /api/organizer/profiles/{profileId}', this.writer('edit-profile'))
  }
}
