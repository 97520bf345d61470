import { Duration, TimeZone } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import type { Construct } from 'constructs'
import * as matches from '../shared/api/matches.ts'
import * as rounds from '../shared/api/rounds.ts'
import { ROUND_FAILED } from '../shared/rounds/log-lines.ts'
import { lambdaExpecting } from '../shared/rounds/room.ts'
import { Complaint } from './complaint.ts'
import { LargeRounds } from './large-rounds.ts'
import { Slice, type SliceProps } from './slice.ts'

/** Rounds: start one, pair the pool, look at the draft, publish it; members answer their introductions and what follows. */
export class Matching extends Slice {
  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id, props)
    const { programme, database, links, api } = props

    api.route(rounds.listRoundsRoute(), this.reader('list-rounds'))
    api.route(rounds.startRoundRoute(), this.writer('start-round'))
    api.route(rounds.readRoundRoute(), this.reader('read-round'))
    api.route(rounds.discardRoundRoute(), this.writer('discard-round'))
    api.route(rounds.tryOutRoundRoute(), this.reader('try-out-round', { memory: 1769, timeout: Duration.seconds(29) }))
    api.route(
      rounds.listRoundMatchesRoute(),
      this.reader('list-round-matches', { memory: 1024, timeout: Duration.seconds(29) }),
    )
    api.route(rounds.previewMailRoute(), this.reader('preview-mail'))
    api.route(rounds.takeOutMatchRoute(), this.writer('take-out-match'))
    api.route(rounds.listUnplacedRoute(), this.reader('list-unplaced'))
    api.route(rounds.requestPublishRoute(), this.writer('request-publish'))
    api.route(rounds.readProofRoute(), this.reader('read-proof', { memory: 1024, timeout: Duration.seconds(29) }))
    api.route(rounds.exportPoolRoute(), this.reader('export-pool', { memory: 1024, timeout: Duration.seconds(29) }))
    api.route(matches.listMatchesRoute(), this.reader('list-matches'))
    api.route(matches.endMatchRoute(), this.writer('end-match'))
    api.route(
      matches.exportMatchesRoute(),
      this.writer('export-matches', { memory: 1024, timeout: Duration.seconds(29) }),
    )

    api.route(matches.listMyMatchesRoute(), this.reader('list-my-matches').signsLinks(links))
    api.route(matches.answerMatchRoute(), this.writer('answer-match').signsLinks(links))

    this.writer('start-scheduled-round', { errorImpact: 'The regular round does not start.' }).every(
      ScheduleExpression.expression(programme.roundSchedule, TimeZone.of(programme.timeZone)),
      'Starts a round of matching.',
    )

    this.writer('follow-up-matches', {
      errorImpact: 'Nobody asks pairs how it goes, and silent ones keep their seats.',
      timeout: Duration.minutes(1),
    }).every(ScheduleExpression.rate(Duration.minutes(1)), 'Asks how introductions go, and closes silent ones.')

    // A change of an item wakes what must happen next: nothing can be started and then forgotten.
    const [isRound, isProfile] = [{ sk: { S: ['round'] } }, { sk: { S: ['profile'] } }]
    const publishRequested = { progress: { M: { phase: { S: ['publish-requested'] } } } }
    const { megabytes, seconds } = lambdaExpecting(programme.peopleExpected)
    const followChanges = this.reader('follow-changes', {
      errorImpact:
        'New technicians get no mentor, matched pairs are not introduced, or traces of somebody who left stay stored.',
      memory: megabytes,
      timeout: Duration.seconds(seconds),
    })
      .writesMany(database)
      .onChange(
        database,
        [
          { eventName: ['INSERT'], dynamodb: { Keys: isRound } },
          { eventName: ['MODIFY'], dynamodb: { Keys: isRound, NewImage: publishRequested } },
          { eventName: ['MODIFY'], dynamodb: { Keys: isRound, NewImage: { status: { S: ['failed'] } } } },
          { eventName: ['REMOVE'], dynamodb: { Keys: isProfile } },
        ],
        { batchSize: 1 },
      )
    new Complaint(followChanges, 'RoundFailed', {
      logGroup: followChanges.function.logGroup,
      line: ROUND_FAILED,
      errorImpact: 'New technicians get no mentor.',
    })
    if (programme.largeRounds) new LargeRounds(this, 'LargeRounds', { programme, database }).startedBy(followChanges)
  }
}
