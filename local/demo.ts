import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { inParallel } from '../shared/parallel.ts'
import { CannotStart } from './cannot-start.ts'
import { demoApi } from './demo-api.ts'
import { fillEvents } from './demo-events.ts'
import { demoInbox } from './demo-inbox.ts'
import { demoPeople } from './demo-people.ts'

type Demo = { origin: string; mailboxOrigin: string; log(line: string): void }

const List = z.object({ items: z.array(z.unknown()) })
const Started = z.object({ roundId: z.string() })
const Summary = z.object({ placed: z.int(), unplaced: z.int(), medianScore: z.number().optional() })
const Round = z.object({
  status: z.string(),
  progress: z.object({ phase: z.string() }),
  summary: Summary.optional(),
})

/** Forms at once: a laptop has few cores, and each one needs a function of its own to start. */
const WIDTH = 4

/** Fills an empty programme by its front door, as people would: forms, links from e-mails, one round. */
export async function runDemo({ origin, mailboxOrigin, log }: Demo): Promise<void> {
  const api = demoApi(origin)
  const { items } = await api.organizer(List, 'GET', '/api/organizer/profiles')
  if (items.length) return log('There are people in the programme already, so --demo adds none.')

  const people = demoPeople()
  const inbox = demoInbox(mailboxOrigin)
  const tell = (count: number, what: string) => {
    if (count % 70 === 0 || count === people.length) log(`  ${count} of ${people.length} ${what}`)
  }

  log(`${people.length} made-up people sign up, and confirm their addresses …`)
  let signedUp = 0
  async function confirmAll(): Promise<void> {
    for (let confirmed = 1; confirmed <= people.length; confirmed++) {
      const [, token] = await inbox.next(/\/confirm#(\S+)/)
      await api.post('/api/profiles/confirm', { token })
      tell(confirmed, 'confirmed')
    }
  }
  await Promise.all([
    inParallel(people, WIDTH, async (form) => {
      await api.post('/api/profiles', form)
      tell(++signedUp, 'signed up')
    }),
    confirmAll(),
  ])

  log('A round of matching runs …')
  const { roundId } = await api.organizer(Started, 'POST', '/api/organizer/rounds', { publish: true })
  const round = `/api/organizer/rounds/${roundId}`
  const { placed, unplaced, medianScore } = await published(() => api.organizer(Round, 'GET', round), log)
  log(`  ${placed} mentees have a mentor now (median score ${medianScore} of 1000); ${unplaced} are told why not`)

  async function readIntroductions(): Promise<void> {
    for (let read = 0; read < 2 * placed; read++) await inbox.next(/\/match#\S+/)
  }
  log('Events are published, and people register, while introductions are on their way …')
  await Promise.all([fillEvents(api, people, log), readIntroductions()])
  log(`  ${2 * placed} introductions have arrived`)
  log(`Look at ${mailboxOrigin} for the mail and at ${origin} for the site.`)
  log(`What is on stands on ${origin}/events; check people in at ${origin}/door, signed in as door-sam.`)
  log(`The round is ${origin}${round} (with a token); add /matches or /unplaced for who, and why.`)
}

async function published(read: () => Promise<z.output<typeof Round>>, log: (line: string) => void) {
  let last = ''
  for (;;) {
    const { status, progress, summary } = await read()
    if (progress.phase !== last) log(`  ${progress.phase}`)
    last = progress.phase
    if (status === 'failed') throw new CannotStart("The round failed. The functions' logs may say why.")
    if (status === 'published' && summary) return summary
    await pause(100)
  }
}
