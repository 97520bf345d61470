import * as z from 'zod'
import type { importPeopleRoute } from '../api/imports.ts'
import type { Taken } from '../api/route.ts'
import { invalid } from '../errors.ts'
import { parse } from '../http.ts'
import { chunks } from '../parallel.ts'
import type { AuditStore } from '../store/audit.ts'
import { ColumnMap } from './reading/columns.ts'
import { textOf } from './reading/decode.ts'
import { readPeopleFile } from './reading/people-file.ts'
import { type TakeInDeps, type Taken as TakenIn, takeIn } from './take-in.ts'
import { tally } from './tally.ts'

type Deps = TakeInDeps & {
  audit: Pick<AuditStore, 'adding'>
  /** Milliseconds, as `Date.now` tells them. */
  clock: () => number
  pause: (milliseconds: number) => Promise<unknown>
}
type Request = Taken<typeof importPeopleRoute> & { who: string; bytes: () => Uint8Array }

/** Looked up together. */
const ROWS_AT_ONCE = 200
/** The gateway waits for 30 seconds. */
const MOST_MILLIS = 24_000
/** All profiles are listed under one key, and DynamoDB writes a thousand items a second under one: we take 800 of them. */
const MILLIS_A_ROW = 1000 / 800

/**
 * An organizer brings a list of people in. It goes on as long as there is time; then the answer says from which row on
 * to ask again.
 */
export const importPeople =
  (deps: Deps) =>
  async ({ query, who, bytes }: Request, now: Date) => {
    const { table, audit, newId, clock, pause } = deps
    const file = readPeopleFile(textOf(bytes()), { map: mapOf(query.map), consent: query.consent === '1' })
    if ('problems' in file) throw invalid(file.problems)
    const { from = 1, most = file.rows.length } = query
    const wishes = { invite: query.invite === '1', dryRun: query.dryRun === '1' }
    const later = file.rows.filter(({ number }) => number >= from)
    const importId = newId()
    const tell = async (facts: Record<string, number | boolean | string>) => {
      if (wishes.dryRun) return
      const at = new Date(clock()).toISOString()
      const details = { of: 'people', ...facts }
      await table.transact([audit.adding({ at, who, what: 'import', subject: importId, details })])
    }

    await tell({ state: 'begun', rows: Math.min(later.length, most), from, invite: wishes.invite })
    const take = takeIn(deps)
    const sums = tally()
    let done = 0
    let [elapsed, longest] = [clock() - now.getTime(), 0]
    for (const rows of chunks(later.slice(0, most), ROWS_AT_ONCE)) {
      if (sums.isLong() || elapsed + longest > MOST_MILLIS) break
      const checked = rows.map(file.check)
      const people = checked.flatMap((row) => ('form' in row ? row : []))
      const taken = await take(people, wishes, now)
      sums.add([...checked.filter((row) => 'errors' in row), ...taken])
      done += rows.length
      const written = wishes.dryRun ? 0 : taken.filter(isWritten).length
      const spare = written * MILLIS_A_ROW - (clock() - now.getTime() - elapsed)
      if (spare > 0) await pause(spare)
      const since = clock() - now.getTime()
      longest = Math.max(longest, since - elapsed)
      elapsed = since
    }
    await tell({ state: 'done', ...sums.sums() })

    const columns = file.columns.map(({ letter, title, field = null }) => ({ column: letter, title, field }))
    const nextRow = later[done]?.number
    return { body: { ...sums.answer(), columns, rows: file.rows.length, ...(nextRow && { nextRow }) } }
  }

const isWritten = (taken: TakenIn): boolean =>
  taken.outcome !== 'refused' && (taken.outcome !== 'unchanged' || taken.invited)

function mapOf(text: string | undefined): ColumnMap | undefined {
  if (text === undefined) return undefined
  try {
    return parse(z.object({ map: ColumnMap }), { map: JSON.parse(text) }).map
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw invalid([{ path: 'map', message: 'This is not JSON.' }])
  }
}
