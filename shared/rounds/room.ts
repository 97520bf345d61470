/** What pairing a pool takes, and where there is room for it. */

/**
 * How `npm run bench:matching -- 20000 100000 280000` did on two cores of an x86 server, balanced pools: seconds of the clock,
 * and the most memory the process had. New measurements replace all rows.
 */
const MEASURED: readonly Row[] = [
  { people: 25_000, seconds: 2.5, megabytes: 324 },
  { people: 125_000, seconds: 15.3, megabytes: 556 },
  { people: 350_000, seconds: 74, megabytes: 933 },
]
const MEASURED_ON = 2

type Row = Readonly<{ people: number; seconds: number; megabytes: number }>

/** A core of Lambda or Fargate against one of those measured, and some spare. */
const SLOWER = 2
/** Reading somebody from the table, checking, explaining and writing their line, on one core, `bench/round.ts`. */
const SECONDS_A_PERSON = 0.0015
/** Of memory: what the measured process did not have, the SDK and the draft, and then some spare. */
const BESIDES_MEGABYTES = 100
const SPARE_MEMORY = 1.5

/** Somewhere a round can run. More threads than were measured are not counted on. */
export type Place = Readonly<{ megabytes: number; seconds: number; threads: number }>

/** Lambda gives a core for each 1,769 MB, and at most 10,240 MB for 15 minutes. */
const MEGABYTES_A_CORE = 1769
const lambda = (threads: number, megabytes = threads * MEGABYTES_A_CORE): Place => ({
  megabytes,
  seconds: 900,
  threads,
})
const LARGEST_LAMBDA = lambda(6, 10_240)
const LAMBDAS = [...[1, 2, 3, 4, 5].map((threads) => lambda(threads)), LARGEST_LAMBDA]

/** The container: 8 cores and 32 GB of Fargate, for as long as somebody would wait. */
export const TASK: Place = { megabytes: 32_768, seconds: 6 * 3600, threads: 8 }

/** What a round of so many people takes with so many threads: on the line, or the curve, through what was measured. */
export function needOf(people: number, threads: number): Omit<Place, 'threads'> {
  const beyond = MEASURED.findIndex((row) => row.people >= people)
  const end = beyond < 0 ? MEASURED.length - 1 : Math.max(1, beyond)
  const [from, to] = [MEASURED[end - 1], MEASURED[end]]
  if (!from || !to) throw new RangeError('Two rows make a line.')
  const growth = Math.log(to.seconds / from.seconds) / Math.log(to.people / from.people)
  const seconds = from.seconds * (people / from.people) ** growth
  const slope = (to.megabytes - from.megabytes) / (to.people - from.people)
  return {
    megabytes: Math.ceil((from.megabytes + slope * (people - from.people)) * SPARE_MEMORY + BESIDES_MEGABYTES),
    seconds: Math.ceil(seconds * SLOWER * Math.max(1, MEASURED_ON / threads) + people * SECONDS_A_PERSON),
  }
}

export function fits(people: number, place: Place): boolean {
  const need = needOf(people, place.threads)
  return need.megabytes <= place.megabytes && need.seconds <= place.seconds
}

/** The smallest function for so many people; undefined when no function will do. */
export const lambdaFor = (people: number): Place | undefined => LAMBDAS.find((place) => fits(people, place))

/** The function of a programme that expects so many people. One that has the container besides may expect any number. */
export const lambdaExpecting = (people: number): Place => lambdaFor(people) ?? LARGEST_LAMBDA

/** Why a pool is not paired here, for the organizer, with the figures. */
export function refusal(people: number, place: Place): string {
  const need = needOf(people, place.threads)
  const inFunction = `set peopleExpected in cdk.json to ${people} and deploy again`
  const inTask = 'no function is large enough, so set largeRounds in cdk.json to true and deploy again'
  const larger = lambdaFor(people) ? inFunction : fits(people, TASK) ? inTask : 'nothing that can be deployed is enough'
  return [
    `${told(people)} people wait to be paired. That takes about ${told(need.megabytes)} MB of memory and`,
    `${told(Math.ceil(need.seconds / 60))} minutes; what runs this round has ${told(place.megabytes)} MB and`,
    `${told(place.seconds / 60)} minutes. Nobody was paired. Please ask whoever looks after the deployment: ${larger}`,
    '(“Large rounds” in docs/operating.md).',
  ].join(' ')
}

const told = (figure: number): string => figure.toLocaleString('en-US')
