import * as z from 'zod'

/**
 * CloudFormation's functions in a template, worked out the way this computer needs them: `Ref` is the logical id,
 * `Fn::GetAtt` is `<logical id>.<attribute>`, and the URL of a function has its id as its host. One that is not listed here stops with its name.
 */

const PSEUDO: Record<string, string | undefined> = {
  'AWS::AccountId': '000000000000',
  'AWS::Region': 'us-east-1',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'Benchmate',
  'AWS::StackId': 'Benchmate',
  'AWS::NoValue': undefined,
}

const Texts = z.array(z.union([z.string(), z.number()]).transform(String))

const FUNCTIONS: Record<string, (argument: unknown) => unknown> = {
  Ref: (argument) => ref(z.string().parse(argument)),
  'Fn::GetAtt': (argument) => {
    const [id = '', ...attribute] = typeof argument === 'string' ? argument.split('.') : Texts.parse(argument)
    return attribute[0] === 'FunctionUrl' ? `https://${id}/` : [id, ...attribute].join('.')
  },
  'Fn::Join': (argument) => {
    const [separator, parts] = z.tuple([z.string(), Texts]).parse(argument)
    return parts.join(separator)
  },
  'Fn::Select': (argument) => {
    const [index, list] = z.tuple([z.coerce.number(), z.array(z.unknown())]).parse(argument)
    return list[index]
  },
  'Fn::Split': (argument) => {
    const [separator, text] = z.tuple([z.string(), z.string()]).parse(argument)
    return text.split(separator)
  },
  'Fn::Sub': (argument) => {
    const [text, values] = z
      .union([
        z.string().transform((text) => [text, {}] as const),
        z.tuple([z.string(), z.record(z.string(), z.string())]),
      ])
      .parse(argument)
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal, name) =>
      literal ? `\${${name}}` : (Object.entries(values).find(([key]) => key === name)?.[1] ?? ref(name) ?? ''),
    )
  },
}

/** The value without functions: those inside are worked out first. */
export function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve).filter((each) => each !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, resolve(each)] as const)
  const [key = '', argument] = entries[0] ?? []
  if (entries.length !== 1 || !/^(Ref|Condition|Fn::.*)$/.test(key)) {
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined))
  }
  const known = FUNCTIONS[key]
  if (!known) throw new Error(`The template uses ${key}, which local/intrinsics.ts does not know yet.`)
  return known(argument)
}

const ref = (name: string): string | undefined => (name in PSEUDO ? PSEUDO[name] : name)
