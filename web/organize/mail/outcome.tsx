import { Chip } from '../parts/chip.tsx'
import type { LogEntry } from './answers.ts'
import { stateOf } from './states.ts'

/** What became of a mail, and why it went wrong. */
export function Outcome({ mail }: { mail: LogEntry }) {
  const { name, kind } = stateOf(mail)
  const why = mail.delivery?.diagnostic ?? mail.lastError
  return (
    <>
      <Chip kind={kind}>{name}</Chip>
      {why ? <small>{why}</small> : null}
    </>
  )
}
