import * as z from 'zod'

/**
 * Why a request can be refused, by status. `gateway`: also, or only, in the words of the API Gateway, which stands in
 * front of the functions and knows no problem+json.
 */
export const REFUSALS = {
  400: { name: 'Invalid', gateway: false, words: 'Something in it is wrong: `errors` names each field.' },
  401: { name: 'NoToken', gateway: true, words: 'The token is missing, wrong, or too old.' },
  403: { name: 'NotForYou', gateway: true, words: 'The token is good, but not for this.' },
  404: { name: 'NotFound', gateway: false, words: 'There is no such thing.' },
  409: { name: 'NotNow', gateway: false, words: 'Not possible as things are now: `detail` says why.' },
  413: { name: 'TooLarge', gateway: true, words: 'Too large.' },
  429: { name: 'TooMany', gateway: true, words: 'Too many requests. Please wait a moment.' },
  500: { name: 'Failed', gateway: true, words: 'Something went wrong on our side: `detail` has a number to tell us.' },
  503: { name: 'Busy', gateway: true, words: 'Others changed the same thing, or it took too long. Please try again.' },
} as const

export type Refusal = keyof typeof REFUSALS

/** RFC 9457. */
export const problem = () =>
  z
    .looseObject({
      type: z.literal('about:blank'),
      title: z.string(),
      status: z.int(),
      detail: z.string().describe('A sentence for people.'),
      errors: z
        .array(z.strictObject({ path: z.string().describe('E.g. `topics.0`.'), message: z.string() }))
        .optional(),
    })
    .meta({ 'x-component': 'Problem' })

export const gatewayMessage = () => z.strictObject({ message: z.string() }).meta({ 'x-component': 'GatewayMessage' })
