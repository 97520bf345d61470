import { tellNextEvents } from '../home/next-events.ts'
import { tellNextRound } from '../home/next-round.ts'

/**
 * What changes on the first page. It has no schemas, so that it stays as small as it is; when something does not come,
 * the page says what it said before.
 */
for (const tell of [tellNextRound, tellNextEvents]) tell().catch(() => {})
