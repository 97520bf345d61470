import * as z from 'zod'
import { Event } from '../domain/event.ts'
import { Counts } from '../domain/overview.ts'
import { Round, RoundSummary } from '../domain/round.ts'
import type { Route } from './route.ts'

const count = () => z.int().optional()

const nextEvent = () =>
  Event.pick({ title: true, timeZone: true, startsAt: true, capacity: true })
    .extend({
      eventId: z.string(),
      seatsLeft: count().describe('Missing when there is no limit; below zero when more are taken than there are.'),
      waiting: z.int().describe('In line.'),
    })
    .meta({ 'x-component': 'NextEvent' })

const overview = () => {
  const { problems, silent, suppressed, ...figures } = Counts.shape
  return z
    .strictObject({
      ...figures,
      asOf: figures.asOf.describe('When people and matches were counted; rounds and events are as they are now.'),
      waiting: figures.waiting.describe('Mentees without a mentor who can be paired now.'),
      seats: figures.seats.describe('`free`: of mentors who can be paired now. `taken`: of all mentors.'),
      signUps: figures.signUps.describe(
        'By week, oldest first, the last one not yet over; those who confirmed and are still here. `week` is its Monday (UTC).',
      ),
      topics: figures.topics.describe('`wanted`: waiting mentees who want it. `offered`: free seats that offer it.'),
      departments: figures.departments.describe('As with topics.'),
      states: figures.states.describe('Active people; `waiting` mentees and free `seats` among them.'),
      roundsWaited: figures.roundsWaited.describe(
        'Waiting mentees by how many rounds have left them out: 0, 1, 2 …; the last number is that many or more.',
      ),
      load: figures.load.describe('Active mentors by how many mentees they have: 0, 1, 2 …'),
      nextRoundAt: z.iso.datetime().optional().describe('Missing when the schedule does not tell.'),
      lastRound: Round.pick({ status: true, startedAt: true, publishedAt: true })
        .extend({
          roundId: z.string(),
          placed: count(),
          unplaced: count(),
          ...RoundSummary.pick({ worstScore: true, medianScore: true, scores: true }).shape,
        })
        .optional(),
      nextEvents: z.array(nextEvent()).max(3),
      needsAHand: z.strictObject({
        problems: problems.describe('Open matches with a problem, some of them by `matchId`.'),
        silent: silent.describe('Open matches that close by themselves within a week, as nobody was heard of.'),
        suppressed: suppressed.describe('Profiles whose address gets no mail, some of them by `profileId`.'),
        drafts: z.array(z.string()).describe('Rounds that wait to be looked at and published.'),
        halfEmptyEvents: z
          .array(nextEvent())
          .describe('Published, in the next 14 days, and not half of the seats are taken.'),
      }),
    })
    .meta({ 'x-component': 'Overview' })
}

export const readOverviewRoute = () =>
  ({
    key: 'GET /api/organizer/overview',
    summary: 'How the programme is, what is next, and what needs a hand',
    description:
      'Counts of up to 10,000 people are a minute old for each thousand of them, at most; of more people, some hours: `asOf` tells.',
    for: 'organize',
    takes: {},
    answers: { 200: overview() },
  }) satisfies Route
