import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { MESSY } from '../imports/messy.ts'
import { aWorld, type World } from '../support/world.ts'

/** An organizer brings the list of another system in, looks at it first, and invites people when told to. */

let world: World
beforeAll(async () => {
  world = await aWorld({ port: 4250 })
})
afterAll(() => world.stop())

async function imports(file: string | Uint8Array<ArrayBuffer>, query = '', type = 'text/csv') {
  const response = await fetch(`${world.origin}/api/organizer/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await world.organizerToken()}`, 'content-type': type },
    body: file,
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

const People = z.object({ items: z.array(z.looseObject({ firstName: z.string(), status: z.string() })) })
const people = async () =>
  People.parse((await world.asOrganizer('GET', '/profiles')).body)
    .items.map(({ firstName, status }) => `${firstName} ${status}`)
    .toSorted()

it('a messy list is looked at, brought in, brought in again, and its people are invited and confirm', async () => {
  const looked = await imports(MESSY, '?dryRun=1&invite=1')
  expect(looked).toMatchObject({ status: 200, body: { created: 2, invited: 2, rows: 8 } })
  expect(await people()).toEqual([])

  const first = await imports(MESSY)
  expect(first).toMatchObject({ status: 200, body: { created: 2, updated: 0, unchanged: 0, invited: 0 } })
  expect(first.body).toMatchObject({
    refused: [7, 8, 9, 10, 11, 13].map((row) => ({ row, errors: [{ message: expect.any(String) }] })),
  })
  expect(await people()).toEqual(['Ana pending', 'Zoë pending'])

  const again = await imports(MESSY, '?invite=1')
  expect(again).toMatchObject({ status: 200, body: { created: 0, updated: 0, unchanged: 2, invited: 2 } })
  await world.confirms('zoe@example.org')
  expect(await people()).toEqual(['Ana pending', 'Zoë active'])
  expect(await world.inboxOf('ana@example.org')).toHaveLength(1)
})

it('a corrected list in Latin-1, sent as it is, brings in who was refused', async () => {
  const corrected = MESSY.replace('hematolgy', 'hematology').replace('Illinios', 'Illinois')
  const latin1 = Buffer.from(corrected, 'latin1')
  const { body } = await imports(latin1, '', 'application/octet-stream')
  expect(body).toMatchObject({ created: 2, updated: 0, unchanged: 2 })
  expect(await people()).toEqual(['Ana pending', 'Lee pending', 'Max pending', 'Zoë active'])
})

it('a file may have 6 MiB and not a byte more', async () => {
  const padded = (bytes: number) => `${MESSY}\r\n`.padEnd(bytes, '\n')
  const most = 6 * 1024 * 1024 - (Buffer.byteLength(MESSY) - MESSY.length)
  expect((await imports(padded(most), '?dryRun=1')).status).toBe(200)
  expect(await imports(padded(most + 1), '?dryRun=1')).toMatchObject({ status: 413, body: { status: 413 } })
})

it.each([
  ['nobody says that these people agreed', MESSY.replaceAll(/;I agree|;consent|;Yes|;yes/g, ';'), '', 'consent'],
  ['it is empty', '', '?consent=1', 'file'],
  ['the map names a column that is not there', MESSY, '?map={"email":"Post"}', 'map.email'],
  ['something else is asked', MESSY, '?dryrun=1', 'dryrun'],
])('a file is refused when %s', async (_, file, query, path) => {
  expect(await imports(file, query)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
})

it('only organizers may, and no log names anybody', async () => {
  const { status } = await world.call('POST', '/api/organizer/imports', { body: MESSY })
  expect(status).toBe(401)
  expect(world.logs.join('\n')).not.toMatch(/zoe@|ana@|Åström|Silva/i)
})
