import { App } from 'aws-cdk-lib'
import { programmeFrom } from './programme.ts'
import { BenchmateStack } from './stack.ts'

const app = new App()

try {
  new BenchmateStack(app, 'Benchmate', { programme: programmeFrom(app.node) })
} catch (error) {
  // A wrong setting is the deployer's to mend: one sentence, no stack trace.
  if (!(error instanceof Error && error.name === 'WrongSetting')) throw error
  console.error(error.message)
  process.exit(1)
}
