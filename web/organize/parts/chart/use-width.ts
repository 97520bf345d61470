import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How wide an element is, in CSS pixels; 0 until it is there. Follows the window. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    setWidth(element.clientWidth)
    const watching = new ResizeObserver(() => setWidth(element.clientWidth))
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  return { ref, width }
}
