import { SESServiceException } from '@aws-sdk/client-ses'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mulberry32 } from '../../bench/random.ts'
import { type Mail, notSent } from '../../shared/domain/mail.ts'
import { sendDue } from '../../shared/mail/outgoing.ts'
import { type Plan, sharedTurns } from '../../shared/mail/turns.ts'
import { Stale, type Write } from '../../shared/store/write.ts'
import { aMail, keyOf } from '../support/outbox.ts'
import { NOW } from '../support/profiles.ts'
import { mostInASecond, virtualTime } from '../support/virtual-time.ts'

/**
 * Many mails, several senders at once, and everything that goes wrong: SES throttles, does not answer, takes a mail and
 * its answer is lost; and senders are killed wherever they are. In virtual time, so that hours pass in seconds.
 * `MAILS=100000 npx vitest run test/mail/many.test.ts` sends more.
 */

const MAILS = Number(process.env.MAILS || 10_000)
const SENDERS = 4
const PER_SECOND = 100
const KILLS = 12

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

const throttled = () =>
  new SESServiceException({ name: 'Throttling', $fault: 'client', $metadata: {}, message: 'Maximum sending rate.' })
const timedOut = () => Object.assign(new Error('no answer'), { name: 'TimeoutError' })

it(`${MAILS} mails arrive once each, but for those in flight when a sender dies or an answer is lost`, async () => {
  const time = virtualTime(NOW)
  const random = mulberry32(42)
  const stored = new Map(Array.from({ length: MAILS }, (_, n) => aMail(n)).map((mail) => [mail.id, mail]))
  const mailIn = new Map<Write, Mail>()
  const arrived = new Map<string, number>()
  const startedAt: number[] = []
  const counts = { throttled: 0, timedOut: 0, answersLost: 0, killed: 0, inFlightAtKills: 0 }
  let plan: Plan = { freeFrom: 0, version: 0 }

  /** A sender: what it waits for never comes once it is killed. */
  function aSender() {
    let alive = true
    const inFlight = new Set<string>()
    const takes = async (least: number, most: number) => {
      await time.pause(least + random() * (most - least))
      if (!alive) await new Promise(() => {})
    }
    async function write(writes: readonly Write[]) {
      await takes(1, 8)
      for (const each of writes) {
        const mail = mailIn.get(each)
        if (mail && stored.get(mail.id)?.version !== mail.version) throw new Stale()
      }
      for (const each of writes) {
        const mail = mailIn.get(each)
        if (!mail) continue
        stored.set(mail.id, { ...mail, version: mail.version + 1 })
        if (mail.status !== 'sending') inFlight.delete(mail.id)
      }
      await takes(1, 8)
    }
    const send = sendDue({
      table: { write: (each) => write([each]), transact: write },
      mails: {
        at: async ({ pk }) => {
          await takes(1, 5)
          return stored.get(pk)
        },
        setAside: async () => false,
        changing(mail) {
          const change: Write = { put: keyOf(mail) }
          mailIn.set(change, mail)
          return change
        },
        keepingCopy: (mail) => ({ put: keyOf(mail) }),
      },
      suppressionOf: async () => undefined,
      stillWanted: async () => 'send',
      async send(mail) {
        inFlight.add(mail.id)
        startedAt.push(time.clock().getTime())
        await takes(10, 60)
        const dice = random() * 100
        if (dice < 5) {
          counts.throttled++
          throw throttled()
        }
        if (dice < 7) {
          counts.timedOut++
          await takes(5000, 5000)
          throw timedOut()
        }
        arrived.set(mail.id, (arrived.get(mail.id) ?? 0) + 1)
        if (dice > 99.8) {
          counts.answersLost++
          await takes(5000, 5000)
          throw timedOut()
        }
        await takes(10, 60)
        return `ses-${mail.id}`
      },
      turns: sharedTurns({
        plan: {
          async read() {
            await takes(1, 5)
            return plan
          },
          async save(next) {
            await takes(1, 8)
            if (next.version !== plan.version) throw new Stale()
            plan = { ...next, version: next.version + 1 }
          },
        },
        perSecond: PER_SECOND,
        random,
        clock: time.clock,
        pause: (milliseconds) => takes(milliseconds, milliseconds),
      }),
      clock: time.clock,
      pause: (milliseconds) => takes(milliseconds, milliseconds),
    })
    async function works(): Promise<void> {
      for (;;) {
        const now = time.clock().toISOString()
        const due = [...stored.values()].filter(({ dueAt }) => dueAt && dueAt <= now)
        const some = due.toSorted(() => random() - 0.5).slice(0, 200)
        if (some.length) await send(some.map(keyOf), () => true)
        else await takes(10_000, 60_000)
      }
    }
    void works()
    return {
      /** Mails that SES may have got from it without its having noted that. */
      kill() {
        alive = false
        return inFlight.size
      },
    }
  }

  const senders = Array.from({ length: SENDERS }, aSender)
  async function allIsOver() {
    while ([...stored.values()].some(({ dueAt }) => dueAt)) {
      await time.pause(2000 + random() * 2000)
      if (counts.killed === KILLS) continue
      const victim = Math.floor(random() * SENDERS)
      counts.inFlightAtKills += senders[victim]?.kill() ?? 0
      counts.killed++
      senders[victim] = aSender()
    }
  }
  await time.passUntil(allIsOver())

  const twice = [...arrived.values()].filter((times) => times > 1).length
  const extra = [...arrived.values()].reduce((sum, times) => sum + times - 1, 0)
  const attempts = [...stored.values()].reduce((sum, mail) => sum + mail.attempts, 0)
  const minutes = (time.clock().getTime() - NOW.getTime()) / 60_000
  console.log(
    `${MAILS} mails, ${attempts} attempts in ${minutes.toFixed(0)} minutes by ${SENDERS} senders: ` +
      `${counts.throttled} throttled, ${counts.timedOut} timed out, ${counts.answersLost} taken though the answer was lost; ` +
      `${counts.killed} senders killed with ${counts.inFlightAtKills} mails in flight. ` +
      `${arrived.size} arrived, ${twice} of them twice; at most ${mostInASecond(startedAt)} a second.`,
  )
  expect(counts.killed).toBeGreaterThan(3)
  expect(arrived.size).toBe(MAILS)
  expect([...stored.values()].every(({ status }) => status === 'sent')).toBe(true)
  expect(extra).toBeLessThanOrEqual(counts.inFlightAtKills + counts.answersLost)
  expect(Math.max(...arrived.values())).toBeLessThanOrEqual(2)
  // Beyond what the turns allow: what was claimed a little slower than what came after it.
  expect(mostInASecond(startedAt)).toBeLessThanOrEqual(PER_SECOND * 1.15 + 1)
})

it('is tried again after 1, 2, 4 … minutes, at most an hour apart, and given up after a day', () => {
  let mail: Mail = aMail(1)
  let now = NOW
  const waits: number[] = []
  while (mail.dueAt) {
    const held: Mail = { ...mail, attempts: mail.attempts + 1, firstTriedAt: mail.firstTriedAt ?? now.toISOString() }
    mail = notSent(held, 'TimeoutError', false, now)
    if (!mail.dueAt) break
    waits.push((Date.parse(mail.dueAt) - now.getTime()) / 60_000)
    now = new Date(mail.dueAt)
  }
  expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 60).toBeCloseTo(24, 0)
  expect(mail).toMatchObject({ status: 'failed', lastError: 'TimeoutError' })
})
