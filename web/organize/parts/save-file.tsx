import { useState } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'

type Props = { path: string; name: string; children: string }

/** Downloads what the API answers with, as a file of that name. */
export function SaveFile({ path, name, children }: Props) {
  const { token } = useAsking()
  const say = useNotices()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy) return
    setBusy(true)
    const problem = await fetchFile(path, name, await token())
    setBusy(false)
    if (problem) say({ words: problem, bad: true })
  }
  return (
    <Button kind="quiet" busy={busy} onClick={save}>
      {children}
    </Button>
  )
}

async function fetchFile(path: string, name: string, token = ''): Promise<string | undefined> {
  try {
    const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) return await whyNot(response)
    saveAs(name, await response.blob())
    return undefined
  } catch {
    return 'We could not reach the server. Please check your connection and try again.'
  }
}

/** Problems of the API say why in `detail`. */
async function whyNot(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined
  return typeof detail === 'string' ? detail : 'The file could not be made. Please try again.'
}

/** Hands a file to the browser, as a download. */
export function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
