import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import type { Database } from './database.ts'
import { Lambda, type LambdaProps } from './lambda.ts'
import type { Links } from './links.ts'

export type SliceProps = { programme: Programme; database: Database; links: Links; api: Api }

type Settings = Omit<LambdaProps, 'file' | 'programme'>

/** A part of what people do: functions that read and write the one table. */
export abstract class Slice extends Construct {
  readonly lambdas: Lambda[] = []
  private readonly props: SliceProps

  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id)
    this.props = props
  }

  protected lambda(file: string, settings?: Settings): Lambda {
    const lambda = new Lambda(this, { file, programme: this.props.programme, ...settings })
    this.lambdas.push(lambda)
    return lambda
  }

  protected reader(file: string, settings?: Settings): Lambda {
    return this.lambda(file, settings).reads(this.props.database)
  }

  protected writer(file: string, settings?: Settings): Lambda {
    return this.reader(file, settings).writes(this.props.database)
  }
}
