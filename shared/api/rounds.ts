import * as z from 'zod'
import { Round, Unplaced } from '../domain/round.ts'
import { listing, page } from './listing.ts'
import { organizerMatch } from './match-view.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ roundId: z.string() })
const started = () => z.strictObject({ roundId: z.string() })

const round = () =>
  Round.omit({ id: true, version: true }).extend({ roundId: z.string() }).meta({ 'x-component': 'Round' })

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
    takes: {
      body: z.strictObject({ publish: z.boolean().describe('`false` leaves it as a draft to look at.') }),
    },
    answers: { 202: started() },
    refusals: [409],
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
    for: 'organize',
    takes: { path: path(), query: z.strictObject(listing()) },
    answers: { 200: page(organizerMatch()) },
    refusals: [404],
  }) satisfies Route

export const takeOutMatchRoute = () =>
  ({
    key: 'DELETE /api/organizer/rounds/{roundId}/matches/{matchId}',
    summary: 'Take a drafted pair out',
    for: 'organize',
    takes: {
      path: z.strictObject({ roundId: z.string(), matchId: z.string() }),
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
    takes: { path: path(), query: z.strictObject(listing()) },
    answers: { 200: page(Unplaced.pick({ menteeId: true, reason: true, detail: true })) },
    refusals: [404],
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
