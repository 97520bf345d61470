import type { Asking } from '../asking.ts'
import { keep } from '../kept.ts'
import { Imported } from './answers.ts'
import { columnMapOf, type Mapping } from './mapping.ts'
import { inPieces, newRun, type Run } from './pieces.ts'
import { openReader, type Reader } from './reader.ts'
import type { Reading, Wish } from './reading.ts'
import { whyNotThisFile } from './which-file.ts'
import { whysOf } from './why.ts'

/** Everything between choosing a file and the last row of it. */
type Importing = {
  /** Why a file cannot be read. */
  problem?: string | undefined
  /** It is being read. */
  busy: boolean
  file?: { name: string; reader: Reader; upload: Blob } | undefined
  reading?: Reading | undefined
  mapping: Mapping
  consent: boolean
  invite: boolean
  /** What the server says would happen. */
  look?: Run | undefined
  /** What happens. */
  run?: Run | undefined
}

const NOTHING: Importing = {
  busy: false,
  mapping: { columns: [], constants: {} },
  consent: false,
  invite: false,
}
const importing = keep(NOTHING)
export const useImporting = importing.use

const set = (some: Partial<Importing>) => importing.change((before) => ({ ...before, ...some }))
const wishOf = ({ mapping, consent }: Importing): Wish => ({ map: columnMapOf(mapping), consent })

/** Another file, or none. */
export function startOver(problem?: string): void {
  importing.get().file?.reader.close()
  importing.change(() => ({ ...NOTHING, problem }))
}

export async function chooseFile(file: File): Promise<void> {
  startOver()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const why = whyNotThisFile(bytes)
  if (why) return startOver(why)
  set({ busy: true })
  const reader = openReader()
  try {
    const { reading, upload } = await reader.ask({ what: 'open', bytes, consent: false })
    if (!reading || !upload) throw new Error('The reader of files gave no answer.')
    const columns = reading.columns.map(({ letter, field }) => ({ letter, field }))
    set({ busy: false, file: { name: file.name, reader, upload }, reading, mapping: { columns, constants: {} } })
  } catch {
    reader.close()
    startOver('This file could not be read. Is it a CSV file? Please save it as “CSV UTF-8” and choose it again.')
  }
}

/** Reads the file again in another way. What was looked at before says nothing any more. */
export async function readAgain(change: Partial<Pick<Importing, 'mapping' | 'consent'>>): Promise<void> {
  const now = set({ ...change, busy: true, look: undefined, run: undefined })
  const { reading } = (await now.file?.reader.ask({ what: 'read', ...wishOf(now) })) ?? {}
  // Somebody was faster and has changed something else since.
  if (importing.get().mapping !== now.mapping || importing.get().consent !== now.consent) return
  set({ busy: false, ...(reading && { reading }) })
}

export function wishInvitations(invite: boolean): void {
  set({ invite, look: undefined })
}

/** Begins, or goes on where it stopped. `look`: only to see what would happen. */
export async function bring(which: 'look' | 'run', ask: Asking['ask']): Promise<void> {
  const { file, reading, invite, consent, ...rest } = importing.get()
  const before = rest[which]
  if (!file || !reading || before?.state === 'running' || before?.state === 'stopping') return
  const query = {
    map: JSON.stringify(columnMapOf(rest.mapping)),
    ...(consent && { consent: '1' }),
    ...(invite && { invite: '1' }),
    ...(which === 'look' && { dryRun: '1' }),
  }
  const start = before && before.state !== 'done' ? before : newRun(reading.rows)
  const show = (change: (run: Run) => Run): Run => {
    const changed = change(importing.get()[which] ?? start)
    set({ [which]: changed })
    return changed
  }
  addEventListener('beforeunload', stayHere)
  await inPieces(start, {
    send: (from, most) => {
      const asked = new URLSearchParams({ ...query, from: String(from), most: String(most) })
      const path = `/organizer/imports?${asked}`
      return ask(Imported, { method: 'POST', path, file: { type: 'text/csv', content: file.upload } })
    },
    show,
    clock: () => performance.now(),
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  })
  removeEventListener('beforeunload', stayHere)
}

/** The browser asks first whether to leave. */
const stayHere = (event: BeforeUnloadEvent): void => event.preventDefault()

/** After the piece that is under way: the server stores it in any case. */
export function stop(which: 'look' | 'run'): void {
  const run = importing.get()[which]
  if (run?.state === 'running') set({ [which]: { ...run, state: 'stopping' } })
}

/** The refused rows as a file. */
export async function refusedRows(refused: Reading['refused']): Promise<Blob | undefined> {
  const now = importing.get()
  const whys = new Map(refused.map(({ row, errors }) => [row, whysOf(errors).join(' ')]))
  const { csv } = (await now.file?.reader.ask({ what: 'refused', map: wishOf(now).map, whys })) ?? {}
  return csv === undefined ? undefined : new Blob([csv], { type: 'text/csv;charset=utf-8' })
}
