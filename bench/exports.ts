import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as z from 'zod'
import { bundleOf } from '../infra/bundle.ts'
import { AWS_ENVIRONMENT } from '../local/credentials.ts'
import { listen } from '../local/port.ts'
import { EventForm, openEvent } from '../shared/domain/event.ts'
import { Registration } from '../shared/domain/registration.ts'
import { newSeats } from '../shared/domain/seats.ts'
import { FORMATS } from '../shared/events/exports/wanted.ts'
import { lineKey, registrationKey } from '../shared/store/table.ts'
import type { Item } from '../shared/store/write.ts'
import { growthExponent } from './growth.ts'
import { playDatabase } from './played-database.ts'

/**
 * `npm run bench:exports`: attendee lists of 1,000, 10,000 and 100,000 people, made by the function's bundle in a
 * process of its own. Time from the call to the last byte; the most memory that the process ever had.
 */

const SIZES = (process.env.SIZES ?? '1000,10000,100000').split(',').map(Number)

const now = new Date('2027-01-05T12:00:00Z')
const event = openEvent(
  EventForm.parse({
    title: 'A course for all',
    kind: 'course',
    timeZone: 'America/Chicago',
    startsAt: '2027-03-14T19:00:00Z',
    endsAt: '2027-03-14T21:00:00Z',
    questions: [
      { key: 'diet', label: 'Diet', type: 'choices', options: ['Vegan', 'Halal', 'Gluten-free'] },
      { key: 'licence', label: 'Licence', type: 'text' },
    ],
    status: 'published',
  }),
  { id: 'course', now },
)
let registered = 0
const database = await playDatabase(({ pk, sk }) => {
  if (sk === 'event') return { pk, sk, ...event }
  return { pk, sk, ...newSeats(event.id, undefined), registered }
}, itemsFrom)
const signIn = await aSignIn()

const Outcome = z.object({ seconds: z.number(), megabytes: z.number(), bytes: z.number(), rows: z.int() })
const environment = {
  ...AWS_ENVIRONMENT,
  AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  TABLE_NAME: 'played',
  ORGANIZER_TOKENS: JSON.stringify(signIn.settings),
  TOKEN: signIn.token,
  BUNDLE: join(bundleOf('export-attendees'), 'index.mjs'),
}

console.log('format      rows       time    most memory        size')
const points = new Map<string, { size: number; seconds: number }[]>()
for (const size of SIZES) {
  registered = size
  for (const format of FORMATS) {
    const { seconds, megabytes, bytes, rows } = await exported(format)
    if (rows !== size) throw new Error(`${format}: ${rows} rows of ${size}`)
    points.set(format, [...(points.get(format) ?? []), { size, seconds }])
    const cells = [
      format.padEnd(6),
      size.toLocaleString('en-US').padStart(9),
      `${seconds.toFixed(2)} s`.padStart(10),
      `${megabytes.toFixed(0)} MB`.padStart(12),
      `${(bytes / 1e6).toFixed(1)} MB`.padStart(12),
    ]
    console.log(cells.join(' '))
  }
}
for (const [format, measured] of points) {
  const large = measured.filter(({ size }) => size >= 10_000)
  if (large.length > 1)
    console.log(`${format}: time grows with the ${growthExponent(large).toFixed(2)}th power of the rows`)
}

signIn.stop()
database.stop()

/** The line, then everybody in the order of their numbers. */
function* itemsFrom(from: string): Generator<Item> {
  const [kind, number = '0'] = from.split('#')
  for (let n = Math.max(1, Number.parseInt(number, 10) + Number(from.endsWith(' '))); ; n++) {
    if (kind === 'line' && n * 5 > registered) return
    yield kind === 'line'
      ? { ...lineKey(event.id, n), number: n * 5 }
      : { ...registrationKey(event.id, n), ...person(event.id, n) }
  }
}

function person(eventId: string, number: number): Registration {
  const at = new Date(now.getTime() + number * 1000).toISOString()
  const waiting = number % 5 === 0
  return Registration.parse({
    id: `${eventId}.${number}-AbCdEfGhIjKlMnOp`,
    eventId,
    number,
    status: waiting ? 'waitlisted' : 'confirmed',
    ...(waiting && { waitNumber: number / 5 }),
    person: {
      firstName: `First${number}`,
      lastName: number % 7 ? `Last${number}` : `=Last${number}`,
      email: `person${number}@example.org`,
      phone: `+1 555 ${String(number).padStart(7, '0')}`,
      employer: `Laboratory ${number % 900}`,
      jobTitle: 'Technician',
      state: 'OH',
      consentContact: number % 2 === 0,
      ...(number % 10 === 0 && { accessibilityNeeds: 'A chair near the door.\nPlease no flashing lights.' }),
    },
    addressHash: `hash${number}`,
    answers: { diet: ['Vegan', 'Gluten-free'].slice(0, number % 3), licence: `00${number}` },
    source: 'form',
    registeredAt: at,
    updatedAt: at,
    ...(!waiting && { confirmedAt: at }),
    history: [{ at, move: waiting ? 'queue' : 'take', by: 'attendee' }],
    linkVersion: 1,
    version: 1,
  })
}

async function exported(format: string): Promise<z.output<typeof Outcome>> {
  const path = `/api/organizer/events/${event.id}/attendees.${format}`
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=400', join(import.meta.dirname, 'export-once.ts'), path],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [text] = await Promise.all([child.stdout.toArray(), once(child, 'exit')])
  return Outcome.parse(JSON.parse(text.join('')))
}

/** Makes an organizer's token, and gives out the key to check it with. */
async function aSignIn() {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [key] })))
  const issuer = `http://127.0.0.1:${await listen(server, 0)}`
  const token = await new SignJWT({ client_id: 'bench', scope: 'organize' })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuer(issuer)
    .setExpirationTime('1h')
    .sign(privateKey)
  const settings = { issuer, keys: `${issuer}/jwks`, audiences: ['bench'], scope: 'organize' }
  return { token, settings, stop: () => server.close() }
}
