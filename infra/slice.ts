import { NestedStack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import type { Database } from './database.ts'
import { Lambda, type LambdaProps } from './lambda.ts'
import type { Links } from './links.ts'

export type SliceProps = { programme: Programme; database: Database; links: Links; api: Api }

type Settings = Omit<LambdaProps, 'file' | 'programme'>

/**
 * A part of what people do: functions that read and write the one table. It is a stack of its own within ours, because a
 * stack takes 500 resources; nothing in it keeps anything. See docs/decisions/0014-a-slice-is-a-nested-stack.md.
 */
export abstract class Slice extends NestedStack {
  readonly lambdas: Lambda[] = []
  private readonly props: SliceProps

  constructor(scope: Construct, id: string, props: SliceProps) {
    super(scope, id)
    // CloudFormation puts it in front of the name of every function and log: `Benchmate-Mail-…` tells enough.
    this.nestedStackResource?.overrideLogicalId(id)
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
