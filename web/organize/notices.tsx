import { createContext, type RefObject } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'

/** A sentence on what was just done, for a moment; `undo` takes it back. */
export type Notice = { words: string; undo?: () => void; bad?: true }

export const NoticeContext = createContext<(notice: Notice) => void>(() => {})
/** Says a sentence at the foot of the window; screen readers hear it. */
export const useNotices = () => useContext(NoticeContext)

const SECONDS = 6
/** Long enough to read it, think, and reach the button by keyboard. */
const SECONDS_TO_UNDO = 20

type Props = { notices: readonly Notice[]; onOver: (notice: Notice) => void }

export const Notices = ({ notices, onOver }: Props) => (
  <div class="notices" role="status">
    {notices.map((notice) => (
      <OneNotice key={notice} notice={notice} onOver={() => onOver(notice)} />
    ))}
  </div>
)

function OneNotice({ notice, onOver }: { notice: Notice; onOver: () => void }) {
  const { words, undo, bad } = notice
  const line = useRef<HTMLParagraphElement>(null)
  const held = useHeld(line)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onOver, 1000 * (undo || bad ? SECONDS_TO_UNDO : SECONDS))
    return () => clearTimeout(timer)
  }, [notice, held])
  return (
    <p ref={line} class={bad ? 'bad' : undefined}>
      <span>{words}</span>
      {undo ? (
        <button
          type="button"
          onClick={() => {
            undo()
            onOver()
          }}
        >
          Undo
        </button>
      ) : null}
      <button type="button" aria-label={`Close: ${words}`} onClick={onOver}>
        ×
      </button>
    </p>
  )
}

/** Whether the focus or the pointer is there: nobody's button goes away under their hand. */
function useHeld(place: RefObject<HTMLElement | null>): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const there = place.current
    if (!there) return
    const leaving = new AbortController()
    const { signal } = leaving
    for (const comes of ['focusin', 'pointerenter']) there.addEventListener(comes, () => setHeld(true), { signal })
    for (const goes of ['focusout', 'pointerleave']) there.addEventListener(goes, () => setHeld(false), { signal })
    return () => leaving.abort()
  }, [place])
  return held
}
