import type { Node } from 'constructs'
import { Programme } from '../shared/domain/programme.ts'

/** The programme's settings from the context of `cdk.json`; a wrong one is named in a sentence. */
export function programmeFrom(node: Node): Programme {
  const context: unknown = node.tryGetContext('programme')
  const settings = Programme.safeParse(context ?? {})
  if (settings.success) return settings.data

  const sentences = settings.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const where = ['programme', ...issue.path, ...(unknown.length === 1 ? unknown : [])].join('.')
    return `${where} is wrong: ${issue.message}`
  })
  const error = new Error(`Please correct cdk.json (context). ${sentences.join('. ')}.`)
  error.name = 'WrongSetting'
  throw error
}
