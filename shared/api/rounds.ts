import * as z from 'zod'
import { ROLES } from '../domain/profile-form.ts'
import { LEFT_OUT_REASONS, MOST_PINS, PAIR_ORDERS, Pin, Round, RoundSummary, Unplaced } from '../domain/round.ts'
import { listing, page } from './listing.ts'
import { name, roundMatch } from './match-view.ts'
import type { Route } from './route.ts'
import { tuning } from './tuning.ts'

const path = () => z.strictObject({ roundId: z.string() })
const matchPath = () => z.strictObject({ roundId: z.string(), matchId: z.string() })
const started = () => z.strictObject({ roundId: z.string() })

const round = () =>
  Round.omit({ id: true, version: true }).extend({ roundId: z.string() }).meta({ 'x-component': 'Round' })

const search = () => z.string().max(100).optional().describe('A piece of a name.')

export const listRoundsRoute = () =>
  ({
    key: 'GET /api/organizer/rounds',
    summary: 'Rounds, newest first',
    for: 'organize',
    takes: { query: z.strictObject(listing()) },
    answers: { 200: page(round()) },
  }) satisfies Route

export const startRoundRoute = () =>
  ({
    key: 'POST /api/organizer/rounds',
    summary: 'Start a round',
    for: 'organize',
    description:
      'Weights and rules hold for this round alone; what is left out is as the programme has it. Pins come first, and the rest is paired as the best possible.',
    takes: {
      body: z.strictObject({
        publish: z.boolean().describe('`false` leaves it as a draft to look at.'),
        from: z.string().optional().describe('The draft whose place it takes, once it is written.'),
        ...tuning(),
      }),
    },
    answers: { 202: started() },
    refusals: [404, 409],
    example: { body: { publish: false } },
  }) satisfies Route

export const readRoundRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}',
    summary: 'How a round stands, and what came of it',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: round() },
    refusals: [404],
  }) satisfies Route

export const listRoundMatchesRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}/matches',
    summary: 'The pairs of a round, with their reasons',
    description: 'A round of up to 5,000 pairs can be searched and sorted; for a larger one that is 409.',
    for: 'organize',
    takes: {
      path: path(),
      query: z.strictObject({
        q: search(),
        sort: z.enum(PAIR_ORDERS).optional().describe('`-score`: the highest first. Names: by last, then first name.'),
        ...listing(),
      }),
    },
    answers: { 200: page(roundMatch()) },
    refusals: [404, 409],
    example: { query: { sort: 'score' } },
  }) satisfies Route

export const previewMailRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}/matches/{matchId}/mail',
    summary: 'The introduction of a drafted pair, as it would go out',
    description: 'The links in it are dead examples.',
    for: 'organize',
    takes: { path: matchPath() },
    answers: {
      200: z.strictObject({
        mails: z.array(
          z.strictObject({
            to: z.enum(ROLES),
            subject: z.string(),
            preheader: z.string(),
            html: z.string(),
            text: z.string(),
          }),
        ),
      }),
    },
    refusals: [404, 409],
  }) satisfies Route

export const takeOutMatchRoute = () =>
  ({
    key: 'DELETE /api/organizer/rounds/{roundId}/matches/{matchId}',
    summary: 'Take a drafted pair out',
    for: 'organize',
    takes: {
      path: matchPath(),
      query: z.strictObject({
        never: z.enum(['0', '1']).optional().describe('`1`: these two are never paired again.'),
      }),
    },
    answers: { 200: z.strictObject({ matchId: z.string(), status: z.literal('taken-out') }) },
    refusals: [404, 409],
    example: { query: { never: '1' } },
  }) satisfies Route

export const listUnplacedRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}/unplaced',
    summary: 'Whom a round left out, and why',
    for: 'organize',
    takes: {
      path: path(),
      query: z.strictObject({ q: search(), reason: z.enum(LEFT_OUT_REASONS).optional(), ...listing() }),
    },
    answers: { 200: page(Unplaced.omit({ roundId: true }).extend({ mentee: name().optional() })) },
    refusals: [404],
    example: { query: { reason: 'seats' } },
  }) satisfies Route

export const requestPublishRoute = () =>
  ({
    key: 'POST /api/organizer/rounds/{roundId}/publish',
    summary: 'Publish a draft: introduce its pairs',
    description: 'Asking again while it is being published is the same wish.',
    for: 'organize',
    takes: { path: path() },
    answers: { 202: started() },
    refusals: [404, 409],
  }) satisfies Route

export const discardRoundRoute = () =>
  ({
    key: 'DELETE /api/organizer/rounds/{roundId}',
    summary: 'Throw a draft away',
    description: 'Its pairs go; who was in it waits for the next round.',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: z.strictObject({ roundId: z.string(), status: z.literal('failed') }) },
    refusals: [404, 409],
  }) satisfies Route

const figures = () =>
  RoundSummary.pick({ placed: true, unplaced: true, totalScore: true, worstScore: true, medianScore: true })
const side = () => z.strictObject({ mentorId: z.string(), mentor: name().optional(), score: z.int() })

export const tryOutRoundRoute = () =>
  ({
    key: 'POST /api/organizer/rounds/{roundId}/what-if',
    summary: 'What would move in a draft, had things been different',
    description:
      'Compares a draft with the best pairing of everybody who waits now, with these weights, rules and pins, and without the pairs in `never`. What is left out is as the programme has it. Changes nothing. More than 10,000 people are 409.',
    for: 'organize',
    takes: {
      path: path(),
      body: z.strictObject({ ...tuning(), never: z.array(Pin).max(MOST_PINS).optional() }),
    },
    answers: {
      200: z.strictObject({
        before: figures(),
        after: figures(),
        unchanged: z.int().describe('Pairs that stay.'),
        moved: z.int(),
        moves: z
          .array(
            z.strictObject({
              menteeId: z.string(),
              mentee: name().optional(),
              from: side().optional(),
              to: side().optional(),
            }),
          )
          .describe('The most telling first: who would lose a mentor, who would get one, then by points. At most 200.'),
        optimal: z.literal(true).describe('It was checked that nothing is better.'),
      }),
    },
    refusals: [404, 409],
    example: { body: { rules: { loadPenalty: 10 } } },
  }) satisfies Route

export const readProofRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}/proof',
    summary: 'The pairing of a round, with its proof',
    description: 'As `npm run match` writes it, and checks it again.',
    for: 'organize',
    takes: { path: path() },
    answers: {
      200: z.looseObject({
        placed: z.int(),
        totalScore: z.int(),
        pairs: z.array(z.looseObject({ mentee: z.string(), mentor: z.string(), score: z.int(), seat: z.int() })),
        unplaced: z.array(z.strictObject({ mentee: z.string(), reason: z.string(), detail: z.string() })),
        input: z.strictObject({ hash: z.string(), people: z.int() }),
      }),
    },
    refusals: [404, 413],
  }) satisfies Route

export const exportPoolRoute = () =>
  ({
    key: 'GET /api/organizer/rounds/{roundId}/pool.ndjson',
    summary: 'The pool of a draft, without names',
    description:
      'A person a line, the address as a hash. With the proof, `npm run match -- POOL PROOF --verify` checks the draft again, as long as nobody changed their profile since.',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: 'application/x-ndjson' },
    refusals: [404, 409, 413],
  }) satisfies Route
