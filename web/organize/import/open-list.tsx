import { Button } from '../../parts/feedback.tsx'
import { many } from '../parts/counted.ts'
import { ColumnsTable } from './columns-table.tsx'
import { FirstRows } from './first-rows.tsx'
import { startOver, useImporting } from './importing.ts'
import { Look } from './look.tsx'
import { MissingColumns } from './missing-columns.tsx'
import { Progress } from './progress.tsx'
import type { Reading } from './reading.ts'
import { RefusedRows } from './refused-rows.tsx'
import { RunOutcome } from './run-outcome.tsx'
import { Wishes } from './wishes.tsx'

type Props = { name: string; reading: Reading }

/** A list that was read: what its columns are, what will be stored, and then how it goes. */
export function OpenList({ name, reading }: Props) {
  const { busy, mapping, look, run } = useImporting()
  const underWay = [look, run].some((each) => each?.state === 'running' || each?.state === 'stopping')
  return (
    <>
      <div class="card list-name">
        <p>
          <strong>{name}</strong> {reading.problems.length ? '' : `has ${many(reading.rows, 'row')} with people.`}
        </p>
        {underWay ? null : (
          <Button kind="quiet" onClick={() => startOver()}>
            Choose another file
          </Button>
        )}
      </div>
      {run ? (
        <>
          <h2>Bringing people in</h2>
          <Progress which="run" run={run} />
          <RunOutcome run={run} />
        </>
      ) : (
        <fieldset disabled={underWay}>
          <h2>What the columns are</h2>
          <p>Please look through what we took each column for, and correct it where it is wrong.</p>
          <ColumnsTable columns={reading.columns} mapping={mapping} />
          <MissingColumns mapping={mapping} />
          <h2>How the rows will be read</h2>
          <p role="status" class="hint">
            {busy ? 'Reading the rows again…' : ''}
          </p>
          {reading.problems.length ? (
            <ul class="notice bad" role="alert">
              {reading.problems.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          ) : (
            <>
              <FirstRows reading={reading} />
              {reading.refused.length && !look ? (
                <RefusedRows refused={reading.refused} title="These rows will be refused" />
              ) : null}
              <h2>Before they come in</h2>
              <Wishes busy={busy} />
            </>
          )}
        </fieldset>
      )}
      {look && !run ? <Look look={look} /> : null}
    </>
  )
}
