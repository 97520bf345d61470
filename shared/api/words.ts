import * as z from 'zod'
import { EmailAddress, line } from '../domain/fields.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ kind: z.string() })

/** Longer than any paragraph that somebody reads. */
const LONGEST_PHRASE = 2000

const phrases = () =>
  z
    .record(z.string().max(60), line(LONGEST_PHRASE).nullable())
    .describe('Texts by the ids of phrases, merge fields written `{name}`; `null` is the original again.')

const heading = {
  kind: z.string(),
  name: z.string(),
  when: z.string().describe('When the mail comes.'),
}

const words = () =>
  z
    .strictObject({
      ...heading,
      version: z.int().describe('0: nobody has ever edited it.'),
      phrases: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          original: z.string(),
          text: z.string().optional().describe('In the organizers’ own words.'),
          fields: z.array(z.strictObject({ name: z.string(), example: z.string() })),
        }),
      ),
    })
    .meta({ 'x-component': 'Words' })

export const listWordsRoute = () =>
  ({
    key: 'GET /api/organizer/words',
    summary: 'The kinds of mail there are',
    for: 'organize',
    takes: {},
    answers: { 200: z.strictObject({ items: z.array(z.strictObject({ ...heading, edited: z.boolean() })) }) },
  }) satisfies Route

export const readWordsRoute = () =>
  ({
    key: 'GET /api/organizer/words/{kind}',
    summary: 'What a mail says, phrase by phrase',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: words() },
    refusals: [404],
  }) satisfies Route

export const editWordsRoute = () =>
  ({
    key: 'PATCH /api/organizer/words/{kind}',
    summary: 'Say it in other words',
    description: 'Mail that goes out from now on has them. Phrases that are not named stay as they are.',
    for: 'organize',
    takes: {
      path: path(),
      body: z.strictObject({
        version: z.int().optional().describe('As it was read: when it is another one by now, nothing is changed.'),
        phrases: phrases(),
      }),
    },
    answers: { 200: words() },
    refusals: [404, 409],
    example: { body: { version: 0, phrases: { subject: 'Welcome to {programme}!' } } },
  }) satisfies Route

export const previewWordsRoute = () =>
  ({
    key: 'POST /api/organizer/words/{kind}/preview',
    summary: 'See how a mail looks, changes included',
    description: 'What is made up in it is made up; its links open nobody’s pages. Nothing is stored.',
    for: 'organize',
    takes: { path: path(), body: z.strictObject({ phrases: phrases().optional() }) },
    answers: {
      200: z.strictObject({
        examples: z.array(
          z.strictObject({
            name: z.string(),
            subject: z.string(),
            preheader: z.string(),
            html: z.string(),
            text: z.string(),
          }),
        ),
      }),
    },
    refusals: [404],
    example: { body: { phrases: { subject: 'Welcome to {programme}!' } } },
  }) satisfies Route

export const sendTestMailRoute = () =>
  ({
    key: 'POST /api/organizer/words/{kind}/test',
    summary: 'Have a look at a mail in a mail program',
    description: 'One of the examples, changes included. At most ten in an hour of the clock.',
    for: 'organize',
    takes: {
      path: path(),
      body: z.strictObject({
        to: EmailAddress,
        phrases: phrases().optional(),
        example: z.string().max(100).optional().describe('Its name in the preview; else the first one.'),
      }),
    },
    answers: { 202: z.strictObject({ status: z.literal('queued') }) },
    refusals: [404, 409],
    example: { body: { to: 'sam@example.org' } },
  }) satisfies Route
