import { Me } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { useRequest } from '../parts/use-request.ts'
import { browserZone, whenIn } from '../words.ts'

/** The minutes in which somebody who leaves can think better of it. */
export function Leaving({ me, token, onStay }: { me: Me; token: string; onStay: (me: Me) => void }) {
  const { busy, problem, send } = useRequest()
  const stay = async () => {
    const answer = await send(() => ask(Me, { method: 'POST', path: '/me/stay', token }))
    if (answer?.ok) onStay(answer.value)
  }
  return (
    <Screen title="Goodbye, and thank you" lead="No round pairs you any more, and an e-mail says what happens now.">
      <p>
        Everything about you is deleted on{' '}
        <strong>{me.leavesAt ? whenIn(browserZone(), me.leavesAt) : 'this day'}</strong>. Until then nothing is lost,
        and nobody you were introduced to hears of it.
      </p>
      <Alert problem={problem} />
      <Button busy={busy} onClick={stay}>
        Keep my profile
      </Button>
    </Screen>
  )
}
