import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import { Api } from './api.ts'
import { Database } from './database.ts'
import { Downloads } from './downloads.ts'
import { Events } from './events.ts'
import { Links } from './links.ts'
import { Mail } from './mail.ts'
import { Matching } from './matching.ts'
import { Organizers } from './organizers.ts'
import { Profiles } from './profiles.ts'
import { Sender } from './sender.ts'
import { Watch } from './watch.ts'
import { Web } from './web.ts'

export type BenchmateProps = StackProps & { programme: Programme }

/** The architecture on one page: one table, one API, one site, and a slice, nested, for each thing people do. */
export class BenchmateStack extends Stack {
  constructor(scope: Construct, id: string, { programme, ...props }: BenchmateProps) {
    super(scope, id, props)

    const database = new Database(this, 'Database')
    const links = new Links(this, 'Links')
    const sender = new Sender(this, 'Sender', { programme })
    const organizers = new Organizers(this, 'Organizers', { programme })
    const api = new Api(this, 'Api', { programme, organizers })

    const mail = new Mail(this, 'Mail', { programme, database, links, api, sender })
    const profiles = new Profiles(this, 'Profiles', { programme, database, links, api })
    const matching = new Matching(this, 'Matching', { programme, database, links, api })
    const events = new Events(this, 'Events', { programme, database, links, api })
    const downloads = new Downloads(this, 'Downloads', { programme, database, links, api, organizers })

    new Web(this, 'Web', { programme, organizers, api, downloads })
    new Watch(this, 'Watch', {
      programme,
      api,
      lambdas: [organizers, mail, profiles, matching, events, downloads].flatMap((slice) => slice.lambdas),
    })
  }
}
