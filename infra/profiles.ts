import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import type { Database } from './database.ts'
import { Lambda } from './lambda.ts'
import type { Links } from './links.ts'

type ProfilesProps = { programme: Programme; database: Database; links: Links; api: Api }

/** People: sign up, confirm, look after one's own profile; organizers look after all. */
export class Profiles extends Construct {
  readonly lambdas: Lambda[] = []

  constructor(scope: Construct, id: string, { programme, database, links, api }: ProfilesProps) {
    super(scope, id)
    const reader = (file: string) => this.add(new Lambda(this, { file, programme })).reads(database)
    const writer = (file: string) => reader(file).writes(database)
    const member = (file: string) => writer(file).signsLinks(links)

    api.route('GET /api/health', this.add(new Lambda(this, { file: 'report-health', programme })))
    api.route('POST /api/profiles', writer('sign-up'))
    api.route('POST /api/profiles/confirm', member('confirm-profile'))
    api.route('POST /api/links', writer('send-link'))
    api.route('POST /api/unsubscribe/{token}', member('unsubscribe'))
    api.route('GET /api/unsubscribe/{token}', this.add(new Lambda(this, { file: 'open-unsubscribe', programme })))

    api.route('GET /api/me', reader('read-me').signsLinks(links))
    api.route('PATCH /api/me', member('edit-me'))
    api.route('DELETE /api/me', member('delete-me'))
    api.route('POST /api/me/pause', member('pause-me'))
    api.route('POST /api/me/resume', member('resume-me'))

    api.organizerRoute('GET /api/organizer/profiles', reader('list-profiles'))
    api.organizerRoute('GET /api/organizer/profiles/{profileId}', reader('read-profile'))
    api.organizerRoute('PATCH /api/organizer/profiles/{profileId}', writer('edit-profile'))

    this.add(
      new Lambda(this, {
        file: 'forget-profile',
        programme,
        errorImpact: 'Traces of somebody who deleted their profile are still stored.',
        timeout: Duration.minutes(1),
      }),
    )
      .reads(database)
      .writes(database)
      .onChange(database, [{ eventName: ['REMOVE'], dynamodb: { Keys: { sk: { S: ['profile'] } } } }])
  }

  private add(lambda: Lambda): Lambda {
    this.lambdas.push(lambda)
    return lambda
  }
}
