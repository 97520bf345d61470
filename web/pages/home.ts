import { whenIn } from '../when.ts'

/**
 * The one thing on the first page that changes: when the next round is, on the reader's clock. Without an answer the page
 * says what it said before. It has no schemas, so that it stays as small as it is.
 */
async function tellNextRound(): Promise<void> {
  const response = await fetch('/api/programme')
  const said: unknown = response.ok ? await response.json() : undefined
  const at = typeof said === 'object' && said && 'nextRoundAt' in said ? said.nextRoundAt : undefined
  const place = document.getElementById('next-round')
  if (!place || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return
  const when = document.createElement('strong')
  when.textContent = whenIn(Intl.DateTimeFormat().resolvedOptions().timeZone, at)
  place.replaceChildren('The next round is on ', when, '. Whoever has signed up and confirmed by then takes part.')
}

tellNextRound().catch(() => {})
