import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { importPeopleRoute } from '../shared/api/imports.ts'
import { http } from '../shared/http.ts'
import { importPeople } from '../shared/imports/import-people.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'

const LARGEST_FILE_KIB = 6 * 1024

const table = deployedTable()
/** An organizer brings a list of people in, or looks first at what would become of it. */
export const handler = http(
  importPeopleRoute().takes,
  importPeople({
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
    newId: randomUUID,
    clock: Date.now,
    pause: setTimeout,
  }),
  { largestBodyKiB: LARGEST_FILE_KIB },
)
