import { setTimeout as pause } from 'node:timers/promises'
import { DATABASES } from '../local/database.ts'
import { importPeople } from '../shared/imports/import-people.ts'
import { textOf } from '../shared/imports/reading/decode.ts'
import { readPeopleFile } from '../shared/imports/reading/people-file.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { auditStore } from '../shared/store/audit.ts'
import type { Table } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'
import { csvOf } from '../test/support/csv.ts'
import { memoryTable } from '../test/support/memory-table.ts'
import { emptyStores } from '../test/support/stores.ts'
import { peopleFor } from './people.ts'

/**
 * `node bench/imports.ts [ROWS]`: how long it takes to read a file of people, to look at it, to store it, to send it
 * again: with a table that only waits as long as DynamoDB might, and with the databases of this computer.
 */

const [ROWS = 10_000] = process.argv.slice(2).map(Number)
const READ_MILLIS = 15
const TRANSACTION_MILLIS = 60

const file = Buffer.from(csvOf(peopleFor(ROWS, 1, 'balanced')))
console.log(`${ROWS} rows, ${(file.length / 2 ** 20).toFixed(1)} MiB`)
await timed('read and checked', () => {
  const people = readPeopleFile(textOf(file), { consent: true })
  if ('problems' in people) throw new Error('This file should be read.')
  return `${people.rows.map(people.check).filter((row) => 'errors' in row).length} refused`
})

console.log(`\nA table that answers after ${READ_MILLIS} ms, transactions after ${TRANSACTION_MILLIS} ms`)
await importInto(slowly(memoryTable()))
for (const kind of DATABASES.filter((each) => each.available())) {
  console.log(`\n${kind.name}`)
  const stores = await emptyStores(kind)
  await importInto(stores.table)
  await stores.stop()
}

async function importInto(table: Table): Promise<void> {
  const take = importPeople({
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
    newId: () => crypto.randomUUID(),
    clock: Date.now,
    pause,
  })
  for (const [what, query] of [
    ['looked at (dry run)', { dryRun: '1' }],
    ['stored', {}],
    ['the same again', {}],
    ['everybody invited', { invite: '1' }],
  ] as const) {
    await timed(what, async () => {
      const wanted = { consent: '1', ...query } as const
      const { body } = await take({ query: wanted, who: 'bench', bytes: () => file }, new Date())
      const { created, unchanged, refused, invited, nextRow = 'the end' } = body
      return `${created} new, ${unchanged} unchanged, ${refused.length} refused, ${invited} invited, until ${nextRow}`
    })
  }
}

async function timed(what: string, work: () => string | Promise<string>): Promise<void> {
  const [began, busy] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(busy)
  const cpu = ((user + system) / 1e6).toFixed(2)
  console.log(`  ${what.padEnd(20)} ${seconds.toFixed(2).padStart(6)} s, ${cpu.padStart(5)} s of CPU: ${result}`)
}

/** The same table, as far away as DynamoDB is. */
function slowly(table: Table): Table {
  return {
    ...table,
    async getMany(keys, schema) {
      await pause(READ_MILLIS)
      return table.getMany(keys, schema)
    },
    async transact(writes) {
      await pause(TRANSACTION_MILLIS)
      return table.transact(writes)
    },
  }
}
