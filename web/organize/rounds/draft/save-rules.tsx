import * as z from 'zod'
import { Button } from '../../../parts/feedback.tsx'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { useNotices } from '../../notices.tsx'
import { saveAs } from '../../parts/save-file.tsx'

/** A proof says which weights and rules it is for, and the week in which hours were compared. */
const ProofSettings = z.object({ settings: z.record(z.string(), z.unknown()) })

/** Downloads what a round was paired with, as a file of its own: checking a proof asks for it. */
export function SaveRules({ roundId }: { roundId: string }) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, send } = useRequest()
  const save = async () => {
    const answer = await send(() => ask(ProofSettings, { method: 'GET', path: `/organizer/rounds/${roundId}/proof` }))
    if (answer?.ok) saveAs('rules.json', new Blob([JSON.stringify(answer.value.settings)]))
    else if (answer) say({ words: answer.problem.sentence, bad: true })
  }
  return (
    <Button kind="quiet" busy={busy} onClick={save}>
      Download the rules
    </Button>
  )
}
