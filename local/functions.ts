import * as z from 'zod'
import { AWS_ENVIRONMENT } from './credentials.ts'
import { type Lambda, type LambdaEvents, lambda, type StreamingLambda } from './lambda.ts'
import type { Template } from './template.ts'

const FunctionResource = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  MemorySize: z.int().default(128),
  Timeout: z.int().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).prefault({ Variables: {} }),
})

/** `signIn`: what the pages are told of it, `tokens`: what a function is that checks them; both as JSON. */
export type Endpoints = { dynamodb: string; ses: string; secrets: string; signIn: string; tokens: string }

/** The template's Node functions by their logical id, ready to be invoked. */
export function functionsOf(template: Template, endpoints: Endpoints, events: LambdaEvents) {
  const all = template.resources('AWS::Lambda::Function', FunctionResource)
  const ours = all.filter(({ properties }) => properties.Runtime.startsWith('nodejs'))
  return new Map<string, StreamingLambda>(
    ours.map(({ id, path, properties: { Code, Handler, MemorySize, Timeout, Environment } }) => {
      const functionName = nameFrom(path)
      const environment = {
        ...Environment.Variables,
        ...AWS_ENVIRONMENT,
        AWS_LAMBDA_FUNCTION_NAME: functionName,
        AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
        AWS_ENDPOINT_URL_SES: endpoints.ses,
        AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
        ...('SIGN_IN' in Environment.Variables && { SIGN_IN: endpoints.signIn }),
        ...('ORGANIZER_TOKENS' in Environment.Variables && { ORGANIZER_TOKENS: endpoints.tokens }),
      }
      const folder = template.asset(Code.S3Key)
      const settings = { functionName, folder, handler: Handler, memory: MemorySize, timeout: Timeout, environment }
      return [id, lambda(settings, events)] as const
    }),
  )
}

/** The function that an ARN or a name in the template means. */
export function functionFor<L extends Lambda>(functions: Map<string, L>, reference: string): L {
  const found = functions.get(reference.replace(/\.Arn$/, ''))
  if (!found) throw new Error(`The template calls the function ${reference}, which it does not have.`)
  return found
}

/** `Benchmate/Mail/SendMail/Function/Resource` is called SendMail. */
const nameFrom = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== 'Resource' && part !== 'Function')
    .at(-1) ?? path
