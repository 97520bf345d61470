import * as z from 'zod'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'

/** Everything that is stored about somebody, as a file. The token is in a header, so no plain link can fetch it. */
export function Download({ token }: { token: string }) {
  const { busy, problem, send } = useRequest()
  const download = async () => {
    const answer = await send(() => ask(z.json(), { method: 'GET', path: '/me/data', token }))
    if (!answer?.ok) return
    const url = URL.createObjectURL(new Blob([JSON.stringify(answer.value, null, 2)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: 'my-data.json' })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <>
      <Alert problem={problem} />
      <Button kind="quiet" busy={busy} onClick={download}>
        Download my data
      </Button>
    </>
  )
}
