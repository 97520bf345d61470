import { Button } from '../../parts/feedback.tsx'
import { many } from '../parts/counted.ts'
import { to } from '../place.ts'
import { startOver, useImporting } from './importing.ts'
import type { Run } from './pieces.ts'
import { RefusedRows } from './refused-rows.tsx'
import { SumsInFigures } from './sums.tsx'

/** What has become of the rows so far; at the end also what to do next. */
export function RunOutcome({ run: { state, sums } }: { run: Run }) {
  const { invite } = useImporting()
  const over = state !== 'running' && state !== 'stopping'
  return (
    <>
      <div role="status">
        {state === 'done' ? <p class="notice good">{wordsOf(sums, invite)}</p> : null}
        {state === 'running' ? (
          <p class="hint">
            You can look at other parts of the console meanwhile; it goes on as long as this tab is open.
          </p>
        ) : null}
      </div>
      <SumsInFigures sums={sums} />
      {over && sums.refused.length ? <RefusedRows refused={sums.refused} title="These rows were refused" /> : null}
      {state === 'done' ? (
        <div class="actions">
          <a class="button" href={to('people')}>
            See the people
          </a>
          <Button kind="quiet" onClick={() => startOver()}>
            Import another list
          </Button>
        </div>
      ) : null}
    </>
  )
}

function wordsOf({ created, updated, invited }: Run['sums'], invite: boolean): string {
  const news = [
    created ? `${many(created, 'person is', 'people are')} new` : '',
    updated ? `${many(updated, 'person was', 'people were')} changed` : '',
  ].filter(Boolean)
  const said = news.length ? `Done: ${news.join(', ')}.` : 'Done. Everybody was stored already, and nothing changed.'
  if (invited) return `${said} ${many(invited, 'invitation is', 'invitations are')} on the way.`
  return created && !invite
    ? `${said} Nobody got any mail. New people wait until they are invited: bring the same list again and tick “Send invitations”, or send each of them a link.`
    : said
}
