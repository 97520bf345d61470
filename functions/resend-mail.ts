import { resendMailRoute } from '../shared/api/mail.ts'
import type { Taken } from '../shared/api/route.ts'
import { askedAgain, HAD_ENOUGH } from '../shared/domain/address.ts'
import { isStopped } from '../shared/domain/delivery.ts'
import { againIds, isOver, type Mail, notAgain, sentAgain } from '../shared/domain/mail.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { madeAgain } from '../shared/mail/again.ts'
import { stillWanted } from '../shared/mail/still-wanted.ts'
import { currentProgramme } from '../shared/settings.ts'
import { type AddressStore, addressStore, hashOf } from '../shared/store/addresses.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { registrationStore } from '../shared/store/registrations.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'
import { untilFresh, type Write } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  mails: Pick<MailStore, 'get' | 'getByIds' | 'adding'>
  profiles: Pick<ProfileStore, 'get' | 'standing'>
  addresses: Pick<AddressStore, 'get' | 'saving'>
  suppressions: Pick<SuppressionStore, 'get'>
  audit: Pick<AuditStore, 'adding'>
  madeAgain: (mail: Mail, now: Date) => Promise<Mail | undefined>
  stillWanted: (mail: Mail, now: Date) => Promise<'send' | 'drop'>
}

/** A second click, or a second organizer, within so many milliseconds wants the same. */
const SAME_WISH = 60_000

/** A mail that is over goes out again, as it would be written now. Wanted twice at once, it goes once. */
export const resendMail =
  ({ table, mails, profiles, addresses, suppressions, audit, madeAgain, stillWanted }: Deps) =>
  ({ path: { mailId }, who }: Taken<typeof resendMailRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const mail = await mails.get(mailId)
      if (!mail) throw notFound('mail')
      const ids = againIds(mail)
      const others = await mails.getByIds(ids)
      const last = others.at(-1)
      if (last && now.getTime() - Date.parse(last.createdAt) < SAME_WISH) return accepted(last.id)
      const why = notAgain(mail.id, mail) ?? (last && !isOver(last) ? 'on-its-way' : undefined)
      if (why) throw conflict(WHY_NOT[why])
      const id = ids[last ? ids.indexOf(last.id) + 1 : 0]
      if (!id) throw conflict(`This mail was sent again ${ids.length} times. Please write to them yourself.`)

      // Undefined of who registered. A member who is deleted in this moment gets nothing any more.
      const member = await profiles.get(mail.profileId)
      const made = await madeAgain(mail, now)
      if (!made?.to) throw conflict(INSTEAD)
      if (isStopped(made, await suppressions.get(hashOf(made.to.email)))) throw conflict(STOPPED)
      if ((await stillWanted(made, now)) === 'drop') throw conflict(NOT_WANTED)
      await table.transact([
        mails.adding(sentAgain(made, id, now)),
        ...(member ? [profiles.standing(member)] : []),
        ...(await counting(made.kind, made.to.email, addresses, now)),
        audit.adding({
          at: now.toISOString(),
          who,
          what: 'mail-sent-again',
          subject: mail.id,
          details: { kind: mail.kind },
        }),
      ])
      return accepted(id)
    })

/** What anybody can have mailed to any address; all who ask for it share one count. */
const ASKED_FOR = ['confirm', 'link', 'already-member']

async function counting(kind: string, email: string, addresses: Deps['addresses'], now: Date): Promise<Write[]> {
  if (!ASKED_FOR.includes(kind)) return []
  const counted = askedAgain(await addresses.get(hashOf(email)), now)
  if (!counted) throw conflict(HAD_ENOUGH)
  return [addresses.saving(counted)]
}

const accepted = (mailId: string) => ({ status: 202, body: { mailId } })

const INSTEAD =
  'What this mail said is not kept, or is no longer true. Send them a fresh link, or write to them yourself.'
const WHY_NOT = {
  test: 'This was a test. Where the words of this e-mail are edited, you can send another one.',
  'not-kept': INSTEAD,
  'on-its-way': 'This mail is on its way already.',
}
const NOT_WANTED =
  'This mail has lost its point by now, or they do without such mail. Please write to them yourself if it matters.'
const STOPPED =
  'This address takes no mail: one came back, or its reader called one spam. If it works after all, let it take mail again first, where you see the person.'

const table = deployedTable()
const [mails, profiles, matches, registrations] = [
  mailStore(table),
  profileStore(table),
  matchStore(table),
  registrationStore(table),
]
const programme = currentProgramme(table)
export const handler = http(resendMailRoute().takes, async (request, now) =>
  resendMail({
    table,
    mails,
    profiles,
    addresses: addressStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
    madeAgain: madeAgain({ profiles, matches, registrations, mails, programme: await programme() }),
    stillWanted: stillWanted({ profiles, matches, registrations }),
  })(request, now),
)
