import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'

/**
 * Event filter patterns, as Lambda's event-source mappings have them. A pattern has the shape of the event; its leaves
 * are lists of which one must fit. Written after "Filter rule syntax" of the Lambda developer guide; an operator that
 * is not listed there stops the start, because a filter that means something else here is worse than none.
 */
export type Filter = (event: unknown) => boolean

type Leaf = (value: unknown) => boolean

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Texts = z.union([z.string().transform((text) => [text]), z.array(z.string())])
const Numbers = z.array(z.union([z.enum(['=', '<', '<=', '>', '>=']), z.number()]))

const OPERATORS: Record<string, (argument: unknown) => Leaf> = {
  exists: (argument) => (value) => (value !== undefined) === z.boolean().parse(argument),
  prefix: (argument) => onText(argument, (value, text) => value.startsWith(text)),
  suffix: (argument) => onText(argument, (value, text) => value.endsWith(text)),
  'equals-ignore-case': (argument) => onText(argument, (value, text) => value.toLowerCase() === text.toLowerCase()),
  'anything-but': (argument) => {
    const nested = z.record(z.string(), z.unknown()).safeParse(argument).data
    const list = Array.isArray(argument) ? argument : [argument]
    const leaf = nested ? operator(nested) : anyOf(list.map((each) => equals(Scalar.parse(each))))
    return (value) => value !== undefined && !leaf(value)
  },
  numeric: (argument) => {
    const parts = Numbers.parse(argument)
    const tests = parts.flatMap((sign, index) =>
      typeof sign === 'string' ? [[sign, Number(parts[index + 1])] as const] : [],
    )
    return (value) => typeof value === 'number' && tests.every(([sign, bound]) => compare(value, sign, bound))
  },
}

/** The filter of a mapping: one of the patterns, given as JSON text, must fit; without patterns everything does. */
export function filterOf(patterns: readonly string[]): Filter {
  const filters = patterns.map((pattern) => object(z.record(z.string(), z.unknown()).parse(JSON.parse(pattern))))
  return filters.length ? anyOf(filters) : () => true
}

function object(pattern: Record<string, unknown>): Filter {
  const fields = Object.entries(pattern).map(([key, part]): Filter => {
    if (key === '$or') return anyOf(z.array(z.record(z.string(), z.unknown())).parse(part).map(object))
    const filter = Array.isArray(part) ? list(part) : object(z.record(z.string(), z.unknown()).parse(part))
    return (event) => filter(fieldOf(event, key))
  })
  return (event) => fields.every((field) => field(event))
}

/** A list in the event fits when one of its members does. */
function list(choices: unknown[]): Leaf {
  const leaf = anyOf(
    choices.map((choice) => {
      const rule = z.record(z.string(), z.unknown()).safeParse(choice).data
      return rule ? operator(rule) : equals(Scalar.parse(choice))
    }),
  )
  return (value) => (Array.isArray(value) ? value.some(leaf) : leaf(value))
}

function operator(rule: Record<string, unknown>): Leaf {
  const [name = '', argument] = Object.entries(rule)[0] ?? []
  const make = OPERATORS[name]
  if (!make) throw new Error(`A filter of the template uses "${name}", which local/filter.ts does not know.`)
  return make(argument)
}

const equals =
  (choice: unknown): Leaf =>
  (value) =>
    isDeepStrictEqual(value, choice)

const anyOf =
  (leaves: Leaf[]): Leaf =>
  (value) =>
    leaves.some((leaf) => leaf(value))

function onText(argument: unknown, fits: (value: string, text: string) => boolean): Leaf {
  const texts = Texts.parse(argument)
  return (value) => typeof value === 'string' && texts.some((text) => fits(value, text))
}

function compare(value: number, sign: '=' | '<' | '<=' | '>' | '>=', bound: number): boolean {
  if (value === bound) return sign.includes('=')
  return value < bound ? sign.startsWith('<') : sign.startsWith('>')
}

const fieldOf = (event: unknown, key: string): unknown =>
  typeof event === 'object' && event !== null ? Object.entries(event).find(([name]) => name === key)?.[1] : undefined
