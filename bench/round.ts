import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { startDatabase } from '../local/database.ts'
import { startProduct } from '../local/product.ts'
import { confirmed, openProfile } from '../shared/domain/profile-changes.ts'
import { ProfileForm, type ProfileFormInput } from '../shared/domain/profile-form.ts'
import { STATES } from '../shared/domain/states.ts'
import { codesOf, DEPARTMENTS, SETTINGS, SHIFTS, TOPICS } from '../shared/domain/taxonomy.ts'
import { SLOTS } from '../shared/domain/week.ts'
import { chunks, inParallel } from '../shared/parallel.ts'
import { tableOf } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

/** `npm run bench`: a round of 2,000 people through the running product, from the request to the last mail. */

const [MENTEES, MENTORS] = [1600, 400]
const PORT = 4500

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const began = performance.now()
const database = await startDatabase(undefined)
const mails = { count: 0, last: 0 }
const ses = createServer((incoming, answer) => {
  incoming.resume().on('end', () => {
    mails.count++
    mails.last = performance.now()
    answer.end(
      '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
    )
  })
}).listen(PORT + 1, '127.0.0.1')
const product = await startProduct({
  port: PORT,
  mailboxPort: PORT + 1,
  dataDir: ':memory:',
  dynamodbEndpoint: database.endpoint,
  sesEndpoint: `http://127.0.0.1:${PORT + 1}`,
  settings: { mailsPerSecond: 500 },
})
console.log(`start to ready: ${seconds(performance.now() - began)}`)

const dynamodb = new DynamoDBClient({ endpoint: database.endpoint, region: 'us-east-1', credentials })
const [name = ''] = (await dynamodb.send(new ListTablesCommand())).TableNames ?? []
const table = tableOf(name, dynamodb)
const profiles = profileStore(table)
const people = Array.from({ length: MENTEES + MENTORS }, (_, n) => person(n))
await inParallel(chunks(people.map(profiles.adding), 50), 4, (writes) => table.transact(writes))

const token = await organizerToken()
const Round = z.object({
  status: z.string(),
  progress: z.object({ phase: z.string() }),
  summary: z.unknown().optional(),
})
const call = (method: string, path: string, body?: string) =>
  fetch(`${product.origin}/api/organizer${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body }),
  }).then((response) => response.json())

const start = performance.now()
const { roundId } = z.object({ roundId: z.string() }).parse(await call('POST', '/rounds', '{"publish":true}'))
const reached = new Map<string, number>()
for (let status = ''; status !== 'published'; ) {
  const round = Round.parse(await call('GET', `/rounds/${roundId}`))
  status = round.status
  const point = status === 'running' ? round.progress.phase : status
  if (!reached.has(point)) reached.set(point, performance.now() - start)
  if (status === 'published') console.log(JSON.stringify(round.summary))
  await new Promise((resolve) => setTimeout(resolve, 20))
}
for (const [point, at] of reached) console.log(`${point.padEnd(10)} after ${seconds(at)}`)

let last = 0
while (mails.count !== last || mails.count === 0) {
  last = mails.count
  await new Promise((resolve) => setTimeout(resolve, 3000))
}
console.log(`${mails.count} mails, the last after ${seconds(mails.last - start)}`)

await product.stop()
await database.stop()
ses.close()

/** A person drawn by number alone: the same 2,000 on every computer. */
function person(n: number) {
  const pick = <T>(list: readonly T[], salt: string): T => {
    const draw = createHash('sha256').update(`${salt}${n}`).digest().readUInt32BE()
    const picked = list[draw % list.length]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
  const some = <T>(list: readonly T[], salt: string, most: number) => [
    ...new Set(Array.from({ length: 1 + (n % most) }, (_, k) => pick(list, `${salt}${k}`))),
  ]
  const mentor = n < MENTORS
  const form: ProfileFormInput = {
    ...(mentor ? { role: 'mentor', capacity: pick([1, 2, 3, 4, 5], 'capacity') } : { role: 'mentee' }),
    firstName: `First${n}`,
    lastName: `Last${n}`,
    email: `person${n}@example.org`,
    state: pick(codesOf(STATES), 'state'),
    setting: pick(codesOf(SETTINGS), 'setting'),
    departments: some(codesOf(DEPARTMENTS), 'department', 3),
    topics: some(codesOf(TOPICS), 'topic', 4),
    yearsOfExperience: mentor ? pick([6, 9, 12, 20, 30], 'years') : pick([0, 1, 2, 4, 5], 'years'),
    shift: pick(codesOf(SHIFTS), 'shift'),
    availability: some(SLOTS, 'slot', 6),
    meeting: ['video'],
    consent: true,
  }
  const now = new Date()
  return confirmed(openProfile(ProfileForm.parse(form), { id: `p${n}`, addressHash: `hash${n}`, now }), now)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

async function organizerToken(): Promise<string> {
  const response = await fetch(`${product.origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('local-automation:local-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'organize' }),
  })
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token
}
