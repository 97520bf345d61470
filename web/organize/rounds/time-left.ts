/** How far something had come at a moment: `at` in milliseconds of any one clock, `share` from 0 to 1. */
export type Sign = { at: number; share: number }

/** Sooner than this, in milliseconds, or with less done than this, a guess would only jump about. */
const LONG_ENOUGH = 3_000
const FAR_ENOUGH = 0.02

/** How many milliseconds are left when it goes on as fast as it went since the first sign; undefined when nobody knows. */
export function timeLeft(first: Sign, now: Sign): number | undefined {
  const passed = now.at - first.at
  const done = now.share - first.share
  if (passed < LONG_ENOUGH || done < FAR_ENOUGH) return undefined
  return ((1 - now.share) / done) * passed
}

/** `about 20 seconds left`. */
export function timeLeftInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 5) return 'a few seconds left'
  if (seconds <= 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`
  if (seconds < 90) return 'about a minute left'
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes left`
  return `about ${Math.round(seconds / 3600)} hours left`
}
