import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { momentHere } from '../parts/times.ts'
import { go, to } from '../place.ts'
import { type Round, Started } from './answers.ts'

/** Starts a round: as a draft to look at, or to be published without a look. */
export function StartRound({ draft }: { draft: Round | undefined }) {
  const { ask } = useAsking()
  const drafting = useRequest()
  const publishing = useRequest()
  const start = async ({ send }: typeof drafting, publish: boolean): Promise<boolean> => {
    const answer = await send(() => ask(Started, { method: 'POST', path: '/organizer/rounds', body: { publish } }))
    if (answer?.ok) go('rounds', answer.value.roundId)
    return answer?.ok ?? false
  }
  return (
    <section class="card" aria-labelledby="start-a-round">
      <h2 id="start-a-round">Start a round</h2>
      {draft ? (
        <p>
          There is <a href={to('rounds', draft.roundId)}>a draft of {momentHere(draft.startedAt)}</a>. Publish it,
          change it, or throw it away; another round would pair the same people once more.
        </p>
      ) : null}
      <p>
        A draft shows you every pair with its reasons. You can take pairs out, try other weights, and publish it when it
        is right: only then do people hear of it.
      </p>
      <Alert problem={drafting.problem} />
      <div class="actions">
        <Button kind={draft ? 'quiet' : 'main'} busy={drafting.busy} onClick={() => start(drafting, false)}>
          {draft ? 'Make another draft' : 'Make a draft'}
        </Button>
        <AskFirst
          label="Pair and publish at once"
          question="Publish without a look?"
          yes="Pair and publish"
          busy={publishing.busy}
          problem={publishing.problem}
          onYes={() => start(publishing, true)}
        >
          <p>
            As soon as the pairs are found, both of each pair are introduced by e-mail, and whoever is left out hears
            why. That cannot be undone.
          </p>
        </AskFirst>
      </div>
    </section>
  )
}
