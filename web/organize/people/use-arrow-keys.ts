import { useEffect, useRef } from 'preact/hooks'

/** Within this element the arrow keys go from a name to the next one, or the one before, as in a list of mails. */
export function useArrowKeys() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const list = box.current
    const press = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (!step || !(event.target instanceof HTMLAnchorElement)) return
      const names = [...(list?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])]
      const next = names[names.indexOf(event.target) + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    list?.addEventListener('keydown', press)
    return () => list?.removeEventListener('keydown', press)
  }, [])
  return box
}
