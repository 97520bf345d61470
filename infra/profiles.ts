import { Duration } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import { importPeopleRoute } from '../shared/api/imports.ts'
import * as joining from '../shared/api/joining.ts'
import * as me from '../shared/api/me.ts'
import { readOverviewRoute } from '../shared/api/overview.ts'
import * as people from '../shared/api/people.ts'
import * as person from '../shared/api/person.ts'
import * as site from '../shared/api/site.ts'
import { Slice, type SliceProps } from './slice.ts'

/** People: sign up, confirm, look after one's own profile; organizers look after all. */
export class Profiles extends Slice {
  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id, props)
    const { links, api } = props
    const member = (file: string) => this.writer(file).signsLinks(links)

    api.route(site.reportHealthRoute(), this.lambda('report-health'))
    api.route(site.readProgrammeRoute(), this.lambda('read-programme'))
    api.route(joining.signUpRoute(), this.writer('sign-up'))
    api.route(joining.confirmProfileRoute(), member('confirm-profile'))
    api.route(joining.sendLinkRoute(), this.writer('send-link'))
    api.route(joining.unsubscribeRoute(), member('unsubscribe'))
    api.route(joining.openUnsubscribeRoute(), this.lambda('open-unsubscribe'))

    api.route(me.readMeRoute(), this.reader('read-me').signsLinks(links))
    api.route(me.editMeRoute(), member('edit-me'))
    api.route(me.deleteMeRoute(), member('delete-me'))
    api.route(me.keepMeRoute(), member('keep-me'))
    api.route(me.pauseMeRoute(), member('pause-me'))
    api.route(me.resumeMeRoute(), member('resume-me'))
    api.route(me.downloadMyDataRoute(), this.reader('download-my-data').signsLinks(links))
    api.route(me.readMailChoicesRoute(), this.reader('read-mail-choices').signsLinks(links))
    api.route(me.chooseMailRoute(), member('choose-mail'))

    this.writer('tend-profiles', {
      errorImpact: 'People who left stay stored, or a pause does not end.',
      timeout: Duration.minutes(1),
    }).every(ScheduleExpression.rate(Duration.minutes(1)), 'Deletes who left, and ends pauses.')

    // Searches ask all shards of the directory at once, which takes more processor than memory.
    api.route(people.listProfilesRoute(), this.reader('list-profiles', { memory: 1769 }))
    api.route(
      people.exportProfilesRoute(),
      this.writer('export-profiles', { memory: 1769, timeout: Duration.seconds(29) }),
    )
    api.route(people.readProfileRoute(), this.reader('read-profile'))
    api.route(people.editProfileRoute(), this.writer('edit-profile'))
    api.route(people.deleteProfileRoute(), this.writer('delete-profile'))
    api.route(person.readHistoryRoute(), this.reader('read-history'))
    api.route(person.resendLinkRoute(), this.writer('resend-link'))
    api.route(person.addNoteRoute(), this.writer('add-note'))
    api.route(person.removeNoteRoute(), this.writer('remove-note'))
    api.route(importPeopleRoute(), this.writer('import-people', { memory: 1769, timeout: Duration.seconds(29) }))

    api.route(readOverviewRoute(), this.writer('read-overview', { memory: 1769, timeout: Duration.seconds(29) }))
    this.writer('count-overview', {
      errorImpact: 'Organizers of a large programme see old counts.',
      memory: 1769,
      timeout: Duration.minutes(15),
    }).every(ScheduleExpression.rate(Duration.hours(1)), 'Counts people, where they are too many to count when asked.')
  }
}
