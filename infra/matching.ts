import { Duration, TimeZone } from 'aws-cdk-lib'
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import type { Database } from './database.ts'
import { Lambda } from './lambda.ts'
import type { Links } from './links.ts'

type MatchingProps = { programme: Programme; database: Database; links: Links; api: Api }

/** Rounds: start one, pair the pool, look at the draft, publish it; members answer their introductions. */
export class Matching extends Construct {
  readonly lambdas: Lambda[] = []

  constructor(scope: Construct, id: string, { programme, database, links, api }: MatchingProps) {
    super(scope, id)
    const reader = (file: string) => this.add(new Lambda(this, { file, programme })).reads(database)
    const writer = (file: string) => reader(file).writes(database)

    api.organizerRoute('GET /api/organizer/rounds', reader('list-rounds'))
    api.organizerRoute('POST /api/organizer/rounds', writer('start-round'))
    api.organizerRoute('GET /api/organizer/rounds/{roundId}', reader('read-round'))
    api.organizerRoute('GET /api/organizer/rounds/{roundId}/matches', reader('list-round-matches'))
    api.organizerRoute('DELETE /api/organizer/rounds/{roundId}/matches/{matchId}', writer('take-out-match'))
    api.organizerRoute('GET /api/organizer/rounds/{roundId}/unplaced', reader('list-unplaced'))
    api.organizerRoute('POST /api/organizer/rounds/{roundId}/publish', writer('request-publish'))
    api.organizerRoute('GET /api/organizer/matches', reader('list-matches'))
    api.organizerRoute('GET /api/organizer/matches.csv', reader('export-matches'))

    api.route('GET /api/me/matches', reader('list-my-matches').signsLinks(links))
    api.route('POST /api/matches/{matchId}/answer', writer('answer-match').signsLinks(links))

    this.add(
      new Lambda(this, { file: 'start-scheduled-round', programme, errorImpact: 'The regular round does not start.' }),
    )
      .reads(database)
      .writes(database)
      .every(
        ScheduleExpression.expression(programme.roundSchedule, TimeZone.of(programme.timeZone)),
        'Starts a round of matching.',
      )

    // A change of the round's own item wakes the run: nothing can be started and then forgotten.
    const isRound = { Keys: { sk: { S: ['round'] } } }
    this.worker('run-round', programme, 'New technicians get no mentor.', 1769)
      .reads(database)
      .writes(database)
      .onChange(database, [{ eventName: ['INSERT'], dynamodb: isRound }], { batchSize: 1 })
    this.worker('publish-round', programme, 'Matched pairs are not introduced.', 1024)
      .reads(database)
      .writes(database)
      .onChange(
        database,
        [
          {
            eventName: ['MODIFY'],
            dynamodb: { ...isRound, NewImage: { progress: { M: { phase: { S: ['publish-requested'] } } } } },
          },
        ],
        { batchSize: 1 },
      )
  }

  private worker(file: string, programme: Programme, errorImpact: string, memory: number): Lambda {
    return this.add(new Lambda(this, { file, programme, errorImpact, memory, timeout: Duration.minutes(15) }))
  }

  private add(lambda: Lambda): Lambda {
    this.lambdas.push(lambda)
    return lambda
  }
}
