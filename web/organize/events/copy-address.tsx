import { useId, useRef } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import { useNotices } from '../notices.tsx'

type Props = { label: string; address: string }

/** An address to look at and to take along. */
export function CopyAddress({ label, address }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const say = useNotices()
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      say({ words: `Copied: ${label}.` })
    } catch {
      say({ words: 'Your browser does not let us copy. The address is marked: copy it yourself.', bad: true })
    }
  }
  return (
    <div class="copy-address">
      <div>
        <label for={id}>{label}</label>
        <input id={id} type="text" readOnly value={address} ref={field} />
      </div>
      <Button kind="quiet" onClick={copy}>
        Copy<span class="hidden">: {label}</span>
      </Button>
    </div>
  )
}
