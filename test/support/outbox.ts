import type { Suppression } from '../../shared/domain/delivery.ts'
import { type Mail, Mail as MailSchema } from '../../shared/domain/mail.ts'
import { freshLink } from '../../shared/mail/outbox.ts'
import { sendDue } from '../../shared/mail/outgoing.ts'
import type { Turns } from '../../shared/mail/turns.ts'
import { hashOf } from '../../shared/store/addresses.ts'
import { Stale, type Write } from '../../shared/store/write.ts'
import { aMenteeProfile, NOW } from './profiles.ts'

export const aMail = (nth: number): Mail => freshLink(aMenteeProfile(), nth, NOW)
export const keyOf = ({ id }: Mail) => ({ pk: id, sk: 'mail' })

/** One after the other, without waiting. */
export const atOnce: Turns = { lanes: 1, next: async () => {} }

type Hooks = Partial<Pick<Parameters<typeof sendDue>[0], 'stillWanted'>>

/** An outbox of literals, whose writes are guarded by version as the table's are. */
export function anOutbox(mails: readonly Mail[], hooks: Hooks = {}) {
  const stored = new Map(mails.map((mail) => [mail.id, mail]))
  const wanted = new Map<Write, Mail>()
  const received: string[] = []
  const unreadable = new Set<string>()
  const suppressed = new Map<string, Suppression>()
  const pauses: number[] = []
  let now = NOW
  /** What SES does with a mail; throws to refuse it. */
  let ses = async (_mail: Mail): Promise<void> => {}

  const fits = (write: Write): boolean => {
    const mail = wanted.get(write)
    return !mail || stored.get(mail.id)?.version === mail.version
  }
  async function transact(writes: readonly Write[]): Promise<void> {
    if (!writes.every(fits)) throw new Stale()
    for (const write of writes) {
      const mail = wanted.get(write)
      if (mail) stored.set(mail.id, { ...mail, version: mail.version + 1 })
    }
  }

  const send = sendDue({
    table: { write: (write) => transact([write]), transact },
    mails: {
      at: async ({ pk }) => (unreadable.has(pk) ? MailSchema.parse({ id: pk }) : stored.get(pk)),
      setAside: async ({ pk }) => stored.delete(pk),
      changing(mail) {
        const write: Write = { put: { ...keyOf(mail) }, guard: { condition: 'as it was read' } }
        wanted.set(write, mail)
        return write
      },
      keepingCopy: ({ id }) => ({ put: { pk: `copy of ${id}`, sk: 'copy' } }),
    },
    suppressionOf: async (hash) => suppressed.get(hash),
    async send(mail) {
      await ses(mail)
      received.push(mail.id)
      return `ses-${mail.id}`
    },
    turns: atOnce,
    stillWanted: async () => 'send',
    ...hooks,
    clock: () => now,
    async pause(milliseconds) {
      pauses.push(milliseconds)
    },
  })

  return {
    received,
    pauses,
    cannotBeRead: (nth: number) => void unreadable.add(aMail(nth).id),
    suppresses: (email: string, kind: Suppression['kind']) => {
      const hash = hashOf(email)
      suppressed.set(hash, { hash, kind, at: NOW.toISOString() })
    },
    mail: (nth: number) => stored.get(aMail(nth).id),
    put: (mail: Mail) => void stored.set(mail.id, mail),
    byId: (id: string) => stored.get(id),
    forget: (nth: number) => void stored.delete(aMail(nth).id),
    isTold: (what: typeof ses) => {
      ses = what
    },
    sends: (at = NOW, thereIsTime = () => true) => {
      now = at
      return send(mails.map(keyOf), thereIsTime)
    },
  }
}
