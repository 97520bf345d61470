import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import * as z from 'zod'
import { programmeFrom } from '../../infra/programme.ts'
import { BenchmateStack } from '../../infra/stack.ts'
import { readResources } from '../../local/template.ts'

const CdkJson = z.object({ context: z.object({ programme: z.record(z.string(), z.unknown()) }) })

/** The programme in cdk.json. */
export const { programme } = CdkJson.parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context

/** A programme unlike the one in cdk.json. Tests that need its pages or images synthesize it once. */
export const ANOTHER = { name: 'Ohio <Lab> & Friends', largeRounds: true }

/** All stacks of an assembly as one template: what is nested has the name of its stack in front, e.g. `MailSendMail…`. */
export const wholeTemplate = (assembly: string): Template => Template.fromJSON({ Resources: readResources(assembly) })

/** The stack `Test` with settings that differ from those in cdk.json, without bundles, and what is nested in it. */
export function aStack(settings: object = {}, region?: string): Template {
  const app = new App({ context: { programme: { ...programme, ...settings }, 'aws:cdk:bundling-stacks': [] } })
  new BenchmateStack(app, 'Test', { programme: programmeFrom(app.node), ...(region && { env: { region } }) })
  return wholeTemplate(app.synth().directory)
}
