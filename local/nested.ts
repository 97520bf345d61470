import * as z from 'zod'
import { resolve } from './intrinsics.ts'

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.object({ 'aws:cdk:path': z.string().optional() }).optional(),
  DeletionPolicy: z.string().optional(),
})
export type Resources = Record<string, z.output<typeof Resource>>

export const TemplateFile = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
})
type TemplateFile = z.output<typeof TemplateFile>

const NESTED = 'AWS::CloudFormation::Stack'
const Nested = z.object({ TemplateURL: z.unknown(), Parameters: z.record(z.string(), z.unknown()).default({}) })

type Values = Record<string, unknown>
type Surroundings = { load: (url: string) => TemplateFile; prefix: string; parameters: Values }

/**
 * The resources of a template and of the stacks nested in it, as if all stood in one template: a nested stack's logical
 * ids get its own in front, what it takes as a parameter stands where it is used, and so does what it puts out.
 * `load` reads the template at the URL that CloudFormation would read.
 */
export const flattened = (template: TemplateFile, load: Surroundings['load']): Resources =>
  flat(template, { load, prefix: '', parameters: {} }).resources

function flat({ Resources, Outputs }: TemplateFile, { load, prefix, parameters }: Surroundings) {
  const isNested = (id: string) => Resources[id]?.Type === NESTED
  const known = new Map<string, { resources: Resources; outputs: Values }>()
  /** Made when it is first asked for: a nested stack may take what its sibling puts out. */
  function nested(id: string) {
    const { TemplateURL, Parameters } = Nested.parse(Resources[id]?.Properties)
    const url = z.string().parse(resolve(TemplateURL))
    const stack = known.get(id) ?? flat(load(url), { load, prefix: prefix + id, parameters: each(Parameters) })
    known.set(id, stack)
    return stack
  }

  const each = (values: object): Values =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, moved(value)]))

  /** The value as it has to be written outside of this stack. */
  function moved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(moved)
    if (typeof value !== 'object' || value === null) return value
    const [[key, argument] = [], ...others] = Object.entries(value)
    if (others.length === 0 && key === 'Ref') return ref(z.string().parse(argument))
    if (others.length === 0 && key === 'Fn::GetAtt') return attribute(argument)
    if (others.length === 0 && key === 'Fn::Sub') mustNameNothing(argument)
    return each(value)
  }

  function ref(name: string): unknown {
    if (name in parameters) return parameters[name]
    return { Ref: name.startsWith('AWS::') ? name : prefix + name }
  }

  function attribute(argument: unknown): unknown {
    const [id = '', ...path] = typeof argument === 'string' ? argument.split('.') : z.array(z.string()).parse(argument)
    const name = path.join('.')
    if (!isNested(id)) return { 'Fn::GetAtt': [prefix + id, name] }
    const { outputs } = nested(id)
    const output = name.replace(/^Outputs\./, '')
    if (!(output in outputs)) throw new Error(`The nested stack ${id} of the template does not put out ${output}.`)
    return outputs[output]
  }

  function mustNameNothing(argument: unknown): void {
    if (prefix && /\$\{(?!AWS::|!)/.test(JSON.stringify(argument))) {
      throw new Error(`${prefix} of the template uses Fn::Sub with names, which local/nested.ts does not know yet.`)
    }
  }

  const resources: Resources = {}
  for (const [id, resource] of Object.entries(Resources)) {
    const own = () => ({ [prefix + id]: { ...resource, Properties: each(resource.Properties) } })
    for (const [name, one] of Object.entries(isNested(id) ? nested(id).resources : own())) {
      if (name in resources) throw new Error(`Two resources of the template would be called ${name}.`)
      resources[name] = one
    }
  }
  const outputs = Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, moved(Value)]))
  return { resources, outputs }
}
