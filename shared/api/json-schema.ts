import * as z from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema
type Direction = 'input' | 'output'

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 has. */
export function jsonSchema(schema: z.core.$ZodType, io: Direction): JsonSchema {
  const { $schema: _always, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => tidied(zodSchema, made, io),
  })
  return json
}

/**
 * A format says it better than its pattern, not every language knows `\p{…}` in one, and an integer is one without the
 * bounds of JavaScript’s. A transform of ours tidies up and keeps the form: what goes into it describes what comes out.
 */
function tidied({ _zod: { def } }: z.core.$ZodTypes, made: JsonSchema, io: Direction): void {
  if (made.format || made.pattern?.includes('\\p{')) delete made.pattern
  if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum
  if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum
  if (def.type !== 'pipe') return
  const [before, after] = [def.in, def.out].map((part) => (part._zod.def.type === 'transform' ? undefined : part))
  if (before && after) Object.assign(made, both(jsonSchema(before, io), jsonSchema(after, io)))
  else if (before) Object.assign(made, jsonSchema(before, io))
}

/** Text that is then checked for more is still that text; anything else is only what it is on this side. */
const both = (before: JsonSchema, after: JsonSchema): JsonSchema =>
  before.type === after.type ? { ...before, ...after } : {}

/** The same with each schema that is a component by reference; those are put into `components`, each once. */
export function byReference(schema: unknown, components: Map<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => byReference(each, components))
  if (typeof schema !== 'object' || schema === null) return schema
  const { 'x-component': name, ...rest }: Record<string, unknown> = Object.fromEntries(Object.entries(schema))
  const json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, byReference(value, components)]))
  if (typeof name !== 'string') return json
  const known = components.get(name)
  if (known && JSON.stringify(known) !== JSON.stringify(json)) throw new Error(`Two schemas are called ${name}.`)
  components.set(name, json)
  return { $ref: `#/components/schemas/${name}` }
}
