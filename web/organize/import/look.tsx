import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { many } from '../parts/counted.ts'
import { Changes } from './changes.tsx'
import { bring } from './importing.ts'
import type { Run } from './pieces.ts'
import { Progress } from './progress.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { SumsInFigures } from './sums.tsx'

/** What the server says would happen, and the button that makes it happen. */
export function Look({ look }: { look: Run }) {
  const { ask } = useAsking()
  const { created, updated, invited, refused, changes } = look.sums
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that asked for it is disabled meanwhile.
  useEffect(() => {
    if (look.state === 'running') heading.current?.focus()
  }, [])
  return (
    <section aria-labelledby="look-title">
      <h2 id="look-title" tabIndex={-1} ref={heading}>
        What would happen
      </h2>
      <Progress which="look" run={look} />
      {look.state === 'done' ? (
        <>
          <div role="status">
            <SumsInFigures sums={look.sums} would />
          </div>
          <Changes changes={changes} title="These people we know already would be changed" />
          {refused.length ? <RefusedRows refused={refused} title="These rows would be refused" /> : null}
          {created + updated + invited > 0 ? (
            <div class="actions">
              <Button onClick={() => bring('run', ask)}>{actionOf(look.sums)}</Button>
            </div>
          ) : (
            <p class="notice good" role="status">
              {refused.length
                ? 'There is nobody else to bring in: the other rows are stored already, just as they are here.'
                : 'Everybody in this list is stored already, just as they are here. There is nothing to do.'}
            </p>
          )}
        </>
      ) : null}
    </section>
  )
}

function actionOf({ created, updated, invited }: Run['sums']): string {
  const brings = created + updated
  if (brings === 0) return `Send ${many(invited, 'invitation')}`
  const people = `Bring ${many(brings, 'person', 'people')} in`
  return invited ? `${people} and send ${many(invited, 'invitation')}` : people
}
