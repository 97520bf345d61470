import * as z from 'zod'
import { MATCH_ANSWERS, MATCH_STATUSES, MatchAnswer } from '../domain/match.ts'
import { listing, page } from './listing.ts'
import { myMatch, organizerMatch } from './match-view.ts'
import type { Route } from './route.ts'

export const listMyMatchesRoute = () =>
  ({
    key: 'GET /api/me/matches',
    summary: 'My matches, newest first',
    description: 'The link of one introduction shows that match alone.',
    for: 'member',
    takes: {},
    answers: { 200: z.strictObject({ items: z.array(myMatch()) }) },
  }) satisfies Route

export const answerMatchRoute = () =>
  ({
    key: 'POST /api/matches/{matchId}/answer',
    summary: 'Say what became of an introduction',
    description:
      'The partner hears of an end, the organizers of a problem. The same answer twice is the same answer; another one after the end is refused.',
    for: 'member',
    takes: { path: z.strictObject({ matchId: z.string() }), body: MatchAnswer },
    answers: { 200: z.strictObject({ matchId: z.string(), status: z.enum(MATCH_STATUSES) }) },
    refusals: [404, 409],
    example: { body: { answer: 'met' } },
  }) satisfies Route

export const listMatchesRoute = () =>
  ({
    key: 'GET /api/organizer/matches',
    summary: 'Matches, newest round first',
    for: 'organize',
    takes: {
      query: z
        .strictObject({
          profileId: z.string().optional().describe('Theirs come all at once, without a cursor.'),
          status: z.enum(MATCH_STATUSES).optional(),
          answer: z.enum(MATCH_ANSWERS).optional().describe('One of the two has said so, e.g. `problem`.'),
          ...listing(),
        })
        .refine(({ profileId, cursor }) => profileId === undefined || cursor === undefined, {
          path: ['cursor'],
          message: 'The matches of one person come all at once. Please leave the cursor out.',
        }),
    },
    answers: { 200: page(organizerMatch()) },
    example: { query: { answer: 'problem' } },
  }) satisfies Route

export const endMatchRoute = () =>
  ({
    key: 'POST /api/organizer/matches/{matchId}/end',
    summary: 'End a match',
    description: 'Both are free again, and never paired with each other again. Ending it again is the same wish.',
    for: 'organize',
    takes: {
      path: z.strictObject({ matchId: z.string() }),
      body: z.strictObject({ tell: z.boolean().default(true).describe('`false`: the two get no mail about it.') }),
    },
    answers: { 200: z.strictObject({ matchId: z.string(), status: z.literal('ended') }) },
    refusals: [404, 409],
    example: { body: { tell: true } },
  }) satisfies Route

export const exportMatchesRoute = () =>
  ({
    key: 'GET /api/organizer/matches.csv',
    summary: 'Matches as a spreadsheet, with names and addresses',
    description: 'One that does not fit into a file is 413: then ask for one status at a time.',
    for: 'organize',
    takes: { query: z.strictObject({ status: z.enum(MATCH_STATUSES).optional() }) },
    answers: { 200: 'text/csv' },
    refusals: [413],
    example: { query: { status: 'introduced' } },
  }) satisfies Route
