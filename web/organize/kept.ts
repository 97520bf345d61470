import { useEffect, useState } from 'preact/hooks'

/**
 * What stays while somebody looks at another part of the console, and is gone when the page is: an import goes on, and
 * a list that was half mapped is still there.
 */
export function keep<T>(start: T) {
  let value = start
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    change(changed: (before: T) => T): T {
      value = changed(value)
      for (const listener of listeners) listener()
      return value
    },
    /** In a component: what it is now, and shown again when that changes. */
    use(): T {
      const [shown, show] = useState(value)
      useEffect(() => {
        const listener = () => show(value)
        listener()
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }, [])
      return shown
    },
  }
}
