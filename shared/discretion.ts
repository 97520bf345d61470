import { setTimeout as pause } from 'node:timers/promises'
import { Stale } from './store/write.ts'

/** Longer than the work takes, so that the time an answer takes does not tell whether an address is known. */
const AT_LEAST_MS = 400

/**
 * Does something about an address that anybody can type. However it went, the caller learns nothing from it: the time is
 * the same, and losing against another request for the same address is no error, because that one did the work.
 */
export async function discreetly(work: () => Promise<void>): Promise<void> {
  const [outcome] = await Promise.allSettled([work(), pause(AT_LEAST_MS + Math.random() * 100)])
  if (outcome.status === 'rejected' && !(outcome.reason instanceof Stale)) throw outcome.reason
}
