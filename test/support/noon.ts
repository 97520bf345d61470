/** A time zone in which it is about noon now, so that no mail waits for the morning. */
export function zoneAtNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours()
  // The signs of these zones are the other way round: Etc/GMT-3 is three hours ahead.
  return `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead)}`
}
