import { useState } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'

type Props = { path: string; name: string; children: string }

/** Downloads what the API answers with, as a file of that name. */
export function SaveFile({ path, name, children }: Props) {
  const { askForFile } = useAsking()
  const say = useNotices()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy) return
    setBusy(true)
    const answer = await askForFile(path)
    setBusy(false)
    if (answer.ok) saveAs(name, answer.value)
    else say({ words: answer.problem.sentence, bad: true })
  }
  return (
    <Button kind="quiet" busy={busy} onClick={save}>
      {children}
    </Button>
  )
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
