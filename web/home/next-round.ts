import { whenIn } from '../when.ts'

/** When the next round is, on the reader's clock. Without an answer the page says what it said before. */
export async function tellNextRound(): Promise<void> {
  const response = await fetch('/api/programme')
  const said: unknown = response.ok ? await response.json() : undefined
  const at = typeof said === 'object' && said && 'nextRoundAt' in said ? said.nextRoundAt : undefined
  const place = document.getElementById('next-round')
  if (!place || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return
  const when = document.createElement('strong')
  when.textContent = whenIn(Intl.DateTimeFormat().resolvedOptions().timeZone, at)
  place.replaceChildren('The next round is on ', when, '. Whoever has signed up and confirmed by then takes part.')
}
