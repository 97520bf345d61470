import * as z from 'zod'
import { AuditEntry } from '../domain/audit.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'

const MOST_DAYS = 366

const day = () => z.iso.date('Please use a day such as 2027-01-12.')

export const listAuditRoute = () =>
  ({
    key: 'GET /api/organizer/audit',
    summary: 'Who did what on a day',
    for: 'organize',
    takes: {
      query: z.strictObject({ day: day().optional().describe('In UTC; today, if left out.'), ...listing() }),
    },
    answers: { 200: page(AuditEntry.meta({ 'x-component': 'AuditEntry' })) },
    example: { query: { day: '2027-01-12' } },
  }) satisfies Route

export const exportAuditRoute = () =>
  ({
    key: 'GET /api/organizer/audit.csv',
    summary: 'Who did what, as a spreadsheet',
    description:
      'Oldest first; days in UTC, both included. What does not fit into a file is 413: then ask for fewer days.',
    for: 'organize',
    takes: {
      query: z
        .strictObject({ from: day(), to: day() })
        .refine(({ from, to }) => !(daysFrom(from, to) < 1), {
          path: ['to'],
          message: 'Please use a day that is not before the first one.',
        })
        .refine(({ from, to }) => !(daysFrom(from, to) > MOST_DAYS), {
          path: ['to'],
          message: `Please ask for at most ${MOST_DAYS} days.`,
        }),
    },
    answers: { 200: 'text/csv' },
    refusals: [413],
    example: { query: { from: '2027-01-01', to: '2027-01-31' } },
  }) satisfies Route

const DAY = 86_400_000
/** NaN when one of them is no day, which is an error already. */
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY + 1
