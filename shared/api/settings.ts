import * as z from 'zod'
import { Cadence, OrganizerNames, PublishMode, Rules, Weights } from '../domain/programme.ts'
import { SettingsChange } from '../domain/settings.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'
import { tuning } from './tuning.ts'

const current = () =>
  z.strictObject({
    weights: Weights,
    rules: Rules,
    publish: PublishMode.describe('`review`: a round of the schedule waits as a draft for an organizer.'),
    cadence: Cadence.describe('A sentence for pairs on how often to meet, in the introduction.'),
    organizers: OrganizerNames.describe('The names that sign every mail; empty: nobody’s.'),
  })

const settings = () =>
  z
    .strictObject({
      version: z.int().describe('0: nobody has ever changed anything.'),
      settings: current(),
      deployed: current().describe('What `null` goes back to.'),
      fixed: z
        .array(z.strictObject({ name: z.string(), value: z.string(), where: z.string() }))
        .describe('What changes with a deployment alone, and where it is set.'),
    })
    .meta({ 'x-component': 'Settings' })

export const readSettingsRoute = () =>
  ({
    key: 'GET /api/organizer/settings',
    summary: 'How the programme is set',
    for: 'organize',
    takes: {},
    answers: { 200: settings() },
  }) satisfies Route

export const editSettingsRoute = () =>
  ({
    key: 'PATCH /api/organizer/settings',
    summary: 'Set it in another way',
    description:
      'It holds from now on: for rounds that are started, and mail that goes out. `null` is what was deployed. Parts of `weights` and `rules` can be named alone.',
    for: 'organize',
    takes: {
      body: z.strictObject({
        version: z.int().optional().describe('As it was read: when it is another one by now, nothing is changed.'),
        weights: tuning().weights.nullable(),
        rules: tuning().rules.nullable(),
        publish: PublishMode.nullable().optional(),
        cadence: Cadence.nullable().optional(),
        organizers: OrganizerNames.nullable().optional(),
      }),
    },
    answers: { 200: settings() },
    refusals: [409],
    example: { body: { version: 0, publish: 'review', cadence: 'Meet for half an hour every other week.' } },
  }) satisfies Route

export const listSettingsChangesRoute = () =>
  ({
    key: 'GET /api/organizer/settings/history',
    summary: 'Who changed which setting when',
    description: 'Newest first.',
    for: 'organize',
    takes: { query: z.strictObject(listing()) },
    answers: { 200: page(SettingsChange) },
  }) satisfies Route
